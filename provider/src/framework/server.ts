import type { AnyProvider } from "./provider.js";
import { dataSourceRpcs } from "./rpc/data-source.js";
import { ephemeralRpcs } from "./rpc/ephemeral.js";
import { functionRpcs } from "./rpc/function.js";
import { providerRpcs } from "./rpc/provider.js";
import { resourceRpcs } from "./rpc/resource.js";
import type { Rpc, Rpcs } from "./rpc/rpc.js";
import { Runtime, type RuntimeOptions } from "./runtime.js";

/** A provider behind the RPCs of protocol 6. */
export interface ProviderServer {
  /** The RPC of this name, or `undefined`: Terraform is then told that it is not implemented. */
  rpc(name: string): Rpc | undefined;
  /** Ends what belongs to a connection that is gone; the other ones go on. */
  release(connection: object): Promise<void>;
  /** Undoes what must not outlive Terraform's command; called before the process is shut down. */
  finish(): Promise<void>;
  /** Cancels the work under way and resolves when it has come to rest. */
  stop(): Promise<void>;
}

/** Serves a provider: every RPC that Terraform calls for what the provider offers. */
export function createProviderServer(
  provider: AnyProvider,
  env: NodeJS.ProcessEnv,
  options: Omit<RuntimeOptions, "env"> = {},
): ProviderServer {
  const runtime = new Runtime(provider, { ...options, env });
  const rpcs: Rpcs = {
    ...providerRpcs(runtime),
    ...resourceRpcs(runtime),
    ...dataSourceRpcs(runtime),
    ...ephemeralRpcs(runtime),
    ...functionRpcs(runtime),
  };
  return {
    rpc: (name) => (Object.hasOwn(rpcs, name) ? rpcs[name] : undefined),
    release: (connection) => runtime.release(connection),
    finish: () => runtime.finish(),
    stop: () => runtime.stop(),
  };
}
