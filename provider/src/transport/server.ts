import { createSecureServer, createServer, type Http2Session, type ServerOptions } from "node:http2";
import type { Server } from "node:net";
import type { TLSSocket } from "node:tls";
import { derFromPem, type Identity } from "./certificate.js";
import { MAX_MESSAGE_BYTES } from "./grpc/frames.js";
import { type Router, serveStream } from "./grpc/router.js";

const OPTIONS: ServerOptions = {
  settings: { initialWindowSize: MAX_MESSAGE_BYTES, maxConcurrentStreams: 1000 },
};

/** Called with every connection that may talk to the plugin. */
export type SessionListener = (session: Http2Session) => void;

/**
 * The plugin's gRPC server: mutual TLS when the launcher gave its certificate, plain HTTP/2 otherwise.
 *
 * The client's certificate is pinned byte for byte instead of verified as a chain: stricter, and `ca: []` keeps Node
 * from parsing its bundled root certificates, which takes longer than the rest of the handshake.
 */
export function createGrpcServer(
  router: Router,
  onSession: SessionListener,
  tls?: { readonly identity: Identity; readonly clientCertificate: string },
): Server {
  if (tls === undefined) {
    const server = createServer(OPTIONS);
    server.on("session", (session) => accept(session, onSession));
    server.on("stream", (stream, headers) => serveStream(stream, headers, router));
    return server as Server;
  }
  const pinned = derFromPem(tls.clientCertificate);
  const server = createSecureServer({
    ...OPTIONS,
    key: tls.identity.key,
    cert: tls.identity.certificate,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["h2"],
  });
  server.prependListener("secureConnection", (socket: TLSSocket) => {
    if (!isPinned(socket, pinned)) socket.destroy();
  });
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  server.on("session", (session) => {
    if (isPinned(session.socket, pinned)) accept(session, onSession);
    else session.destroy();
  });
  server.on("stream", (stream, headers) => {
    if (isPinned(stream.session?.socket, pinned)) serveStream(stream, headers, router);
    else stream.destroy();
  });
  return server as Server;
}

function isPinned(socket: unknown, pinned: Buffer): boolean {
  if (typeof socket !== "object" || socket === null || !("getPeerX509Certificate" in socket)) return false;
  const { getPeerX509Certificate } = socket as TLSSocket;
  return getPeerX509Certificate.call(socket)?.raw.equals(pinned) ?? false;
}

function accept(session: Http2Session, onSession: SessionListener): void {
  session.on("error", () => undefined);
  // The default connection window of 64 KiB would throttle values of many megabytes.
  if ("setLocalWindowSize" in session) session.setLocalWindowSize(MAX_MESSAGE_BYTES);
  onSession(session);
}
