import type { Http2Session } from "node:http2";
import { type Address, addressText } from "./handshake.js";
import { lazyRouter } from "./lazy-router.js";
import { bind } from "./listener.js";
import { once } from "./once.js";
import type { ServeOptions } from "./serve.js";
import { createGrpcServer } from "./server.js";

/** A plugin that was started by hand and that Terraform connects to, instead of launching its own. */
export interface Reattachable {
  /** The value of TF_REATTACH_PROVIDERS for the address that the caller gives. */
  reattachConfig(providerAddress: string): string;
  close(): Promise<void>;
}

/**
 * Serves a plugin without a launcher: no TLS, no handshake line, and no end when a connection closes.
 * Terraform finds it through the environment variable TF_REATTACH_PROVIDERS.
 */
export async function serveReattachable(options: Omit<ServeOptions, "env">): Promise<Reattachable> {
  const services = once(options.load);
  const sessions = new Set<Http2Session>();
  const server = createGrpcServer(
    lazyRouter(services, () => undefined),
    (session) => {
      sessions.add(session);
      session.on("close", () => sessions.delete(session));
    },
  );
  const binding = await bind(server);
  return {
    reattachConfig: (providerAddress) =>
      JSON.stringify({
        [providerAddress]: {
          Protocol: "grpc",
          ProtocolVersion: options.protocolVersion,
          Pid: process.pid,
          Test: true,
          Addr: reattachAddress(binding.address),
        },
      }),
    close: async () => {
      await (await services()).stop();
      for (const session of sessions) session.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      binding.release();
    },
  };
}

const reattachAddress = (address: Address): { Network: string; String: string } => ({
  Network: address.network,
  String: addressText(address),
});
