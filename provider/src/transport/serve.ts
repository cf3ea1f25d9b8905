import type { Http2Session } from "node:http2";
import { createServer } from "node:net";
import { createIdentity } from "./certificate.js";
import type { Method } from "./grpc/router.js";
import { handshakeLine, readLaunchRequest } from "./handshake.js";
import { bind } from "./listener.js";
import { once } from "./once.js";
import { redirectConsole, reportCrash, tolerateClosedStreams, writeHandshake } from "./standard-streams.js";

/** The services of one plugin, loaded after the handshake so that loading does not delay it. */
export interface PluginServices {
  /** The method behind a gRPC path, or `undefined` for a path that the plugin does not know. */
  method(path: string): Method | undefined;
  /** Undoes what must not outlive the launcher's command; called before an orderly shutdown. */
  finish?(): Promise<void>;
  /** Cancels the work under way and resolves when it has come to rest. */
  stop(): Promise<void>;
}

/** The response to a gRPC path that is always the same, or `undefined` for a path whose response depends on anything. */
export type ConstantResponses = (path: string) => Promise<Uint8Array | undefined>;

export interface ServeOptions {
  /** The plugin protocol's major version, announced in the handshake. */
  readonly protocolVersion: number;
  readonly load: () => Promise<PluginServices>;
  /**
   * Responses that need nothing loaded. With them the services are loaded by the first call of another path, because a launcher
   * that only wants to know the schema ends the plugin after it.
   * @defaultValue There are none, and the services are loaded as soon as the handshake is written.
   */
  readonly constant?: ConstantResponses;
  readonly env: NodeJS.ProcessEnv;
}

/** How long work may take to come to rest after the launcher has gone, in milliseconds. */
const ORPHAN_GRACE_MS = 4_000;
/** How long the last answers may take to leave, in milliseconds. */
const FLUSH_MS = 100;
/** How long to wait for the launcher's first connection, in milliseconds: its own limit for the handshake. */
const CONNECT_TIMEOUT_MS = 60_000;

/**
 * Serves a plugin to the process that launched it, until it says Shutdown or goes away.
 *
 * The handshake waits for nothing but a certificate and a socket: HTTP/2, TLS and the plugin itself are loaded while
 * the launcher connects, because a launcher starts its plugins one after the other, several times per command.
 *
 * SIGINT is ignored: Ctrl-C reaches the whole process group, and Terraform then asks for an orderly stop itself.
 */
export async function serve(options: ServeOptions): Promise<void> {
  redirectConsole();
  const request = readLaunchRequest(options.env);
  const services = once(options.load);
  const sessions = new Set<Http2Session>();
  let release = (): void => undefined;

  let exitCode = 0;
  const exit = (): void => {
    release();
    process.exit(exitCode);
  };
  const leave = (): void => {
    setTimeout(exit, ORPHAN_GRACE_MS);
    const stopped = services.hasBegun ? services().then((loaded) => loaded.stop()) : Promise.resolve();
    void stopped
      // What was answered last must be on its way before the process ends.
      .finally(() => (sessions.size > 0 ? setTimeout(exit, FLUSH_MS) : exit()));
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
  // Work that is under way still gets its answer, so that Terraform does not forget what it has done.
  process.on("uncaughtException", (error) => {
    exitCode = 1;
    reportCrash(error);
    // In a turn of its own: what is begun in the turn of the failure does not go on in every runtime.
    setTimeout(leave, 0);
  });

  const { clientCertificate } = request;
  const tls =
    clientCertificate === undefined ? undefined : { identity: createIdentity(new Date()), clientCertificate };
  const grpc = once(async () => {
    const [{ createGrpcServer }, { lazyRouter }] = await Promise.all([
      import("./server.js"),
      import("./lazy-router.js"),
    ]);
    return createGrpcServer(lazyRouter(services, exit, options.constant), onSession, tls);
  });
  const front = createServer((socket) => {
    socket.on("error", () => undefined);
    grpc().then((server) => server.emit("connection", socket), exit);
  });
  const binding = await bind(front, { directory: request.socketDirectory });
  release = binding.release;
  writeHandshake(handshakeLine(options.protocolVersion, binding.address, tls?.identity.certificateDer));
  setImmediate(() => {
    tolerateClosedStreams();
    void grpc()
      .then(() => (options.constant === undefined ? services() : undefined))
      .catch(() => undefined);
  });
}
