import { createServer, type Http2Session } from "node:http2";
import type { Server } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { derFromPem, type Identity } from "./certificate.js";
import { MAX_MESSAGE_BYTES } from "./grpc/frames.js";
import { type Router, serveStream } from "./grpc/router.js";

/** Called with every connection that may talk to the plugin. */
export type SessionListener = (session: Http2Session) => void;

/** The two certificates of a mutual TLS connection: ours, and the only one that we accept. */
export interface MutualTls {
  readonly identity: Identity;
  /** PEM. */
  readonly clientCertificate: string;
}

/** The plugin's gRPC server: mutual TLS when the launcher gave its certificate, plain HTTP/2 otherwise. */
export function createGrpcServer(router: Router, onSession: SessionListener, tls?: MutualTls): Server {
  const http2 = createServer({ settings: { initialWindowSize: MAX_MESSAGE_BYTES } });
  http2.on("session", (session) => {
    session.on("error", () => undefined);
    // The default connection window of 64 KiB would throttle values of many megabytes.
    session.setLocalWindowSize(MAX_MESSAGE_BYTES);
    onSession(session);
  });
  http2.on("stream", (stream, headers) => serveStream(stream, headers, router));
  return tls === undefined ? (http2 as Server) : behindTls(http2 as Server, tls);
}

/**
 * Hands a connection on only when its peer holds the pinned certificate. The certificate is compared byte for byte
 * instead of verified as a chain: stricter, and `ca: []` keeps Node from parsing its bundled root certificates,
 * which takes longer than the rest of the handshake.
 */
function behindTls(inner: Server, { identity, clientCertificate }: MutualTls): Server {
  const pinned = derFromPem(clientCertificate);
  const outer = createTlsServer({
    key: identity.key,
    cert: identity.certificate,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["h2"],
  });
  outer.on("secureConnection", (socket: TLSSocket) => {
    if (socket.getPeerX509Certificate()?.raw.equals(pinned)) inner.emit("connection", socket);
    else socket.destroy();
  });
  outer.on("tlsClientError", (_error, socket) => socket.destroy());
  return outer;
}
