import type { AnyProvider } from "./provider.js";
import { dataSourceRpcs } from "./rpc/data-source.js";
import { providerRpcs } from "./rpc/provider.js";
import { resourceRpcs } from "./rpc/resource.js";
import type { Rpc, Rpcs } from "./rpc/rpc.js";
import { Runtime } from "./runtime.js";

/** A provider behind the RPCs of protocol 6. */
export interface ProviderServer {
  /** The RPC of this name, or `undefined`: Terraform is then told that it is not implemented. */
  rpc(name: string): Rpc | undefined;
  /** Cancels the work under way and resolves when it has come to rest. */
  stop(): Promise<void>;
}

/** Serves a provider: every RPC that Terraform calls for what the provider offers. */
export function createProviderServer(provider: AnyProvider, env: NodeJS.ProcessEnv): ProviderServer {
  const runtime = new Runtime(provider, env);
  const rpcs: Rpcs = { ...providerRpcs(runtime), ...resourceRpcs(runtime), ...dataSourceRpcs(runtime) };
  return {
    rpc(name) {
      const handle = Object.hasOwn(rpcs, name) ? rpcs[name] : undefined;
      return handle && ((request, connection) => runtime.track(handle(request, connection)));
    },
    stop: () => runtime.stop(),
  };
}
