import type { Http2Session } from "node:http2";
import { createIdentity } from "./certificate.js";
import type { Method } from "./grpc/router.js";
import { GrpcError, Status } from "./grpc/status.js";
import { type Address, addressText, handshakeLine, readLaunchRequest } from "./handshake.js";
import { bind } from "./listener.js";
import { pluginService } from "./plugin-services.js";
import { createGrpcServer } from "./server.js";
import { redirectConsole, writeHandshake } from "./standard-streams.js";

/** The services of one plugin, loaded after the handshake so that loading does not delay it. */
export interface PluginServices {
  /** The method behind a gRPC path, or `undefined` for a path that the plugin does not know. */
  method(path: string): Method | undefined;
  /** Cancels the work under way and resolves when it has come to rest. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** The plugin protocol's major version, announced in the handshake. */
  readonly protocolVersion: number;
  readonly load: () => Promise<PluginServices>;
  readonly env: NodeJS.ProcessEnv;
}

/** How long work may take to come to rest after the launcher has gone, in milliseconds. */
const ORPHAN_GRACE_MS = 4_000;
/** How long to wait for the launcher's first connection, in milliseconds: its own limit for the handshake. */
const CONNECT_TIMEOUT_MS = 60_000;

/**
 * Serves a plugin to the process that launched it, until it says Shutdown or goes away.
 *
 * SIGINT is ignored: Ctrl-C reaches the whole process group, and Terraform then asks for an orderly stop itself.
 */
export async function serve(options: ServeOptions): Promise<void> {
  redirectConsole();
  const request = readLaunchRequest(options.env);
  const services = once(options.load);
  const sessions = new Set<Http2Session>();
  let release = (): void => undefined;

  const exit = (): void => {
    release();
    process.exit(0);
  };
  const leave = (): void => {
    setTimeout(exit, ORPHAN_GRACE_MS);
    void services()
      .then((loaded) => loaded.stop())
      .finally(exit);
  };
  const impatience = setTimeout(exit, CONNECT_TIMEOUT_MS);
  const onSession = (session: Http2Session): void => {
    clearTimeout(impatience);
    sessions.add(session);
    session.on("close", () => {
      sessions.delete(session);
      if (sessions.size === 0) leave();
    });
  };
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", leave);

  const identity = request.clientCertificate === undefined ? undefined : createIdentity(new Date());
  const router = lazyRouter(services, exit);
  const server = createGrpcServer(
    router,
    onSession,
    identity && request.clientCertificate !== undefined
      ? { identity, clientCertificate: request.clientCertificate }
      : undefined,
  );
  const binding = await bind(server, { directory: request.socketDirectory });
  release = binding.release;
  writeHandshake(handshakeLine(options.protocolVersion, binding.address, identity?.certificateDer));
  setImmediate(() => void services().catch(() => undefined));
}

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

function once(load: () => Promise<PluginServices>): () => Promise<PluginServices> {
  let loaded: Promise<PluginServices> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** Routes to the plugin's own services without loading them before the first call. */
function lazyRouter(services: () => Promise<PluginServices>, shutdown: () => void) {
  return (path: string): Method | undefined =>
    pluginService(path, shutdown) ?? {
      kind: "unary",
      handle: async (request, call) => {
        const method = (await services()).method(path);
        if (method?.kind !== "unary") throw new GrpcError(Status.UNIMPLEMENTED, `unknown method ${path}`);
        return method.handle(request, call);
      },
    };
}
