import { type ClientHttp2Session, connect } from "node:http2";
import { createConnection, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { ClientIdentity } from "./certificate.js";

/** A call that ended with another status than OK. */
export class GrpcFailure extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(`gRPC status ${code}: ${message}`);
    this.name = "GrpcFailure";
  }
}

export interface TlsOptions {
  readonly identity?: ClientIdentity;
  /** PEM of the only server certificate to trust. */
  readonly serverCertificate: string;
}

/** A connection of Terraform to a plugin: HTTP/2 over a socket, with mutual TLS unless it was switched off. */
export class PluginConnection {
  readonly #session: ClientHttp2Session;

  private constructor(session: ClientHttp2Session) {
    this.#session = session;
    session.on("error", () => undefined);
  }

  /** Connects to a unix socket, or to `host:port`. */
  static async connect(address: string, tls?: TlsOptions): Promise<PluginConnection> {
    const socket = await (tls ? secureSocket(address, tls) : plainSocket(address));
    const session = connect(tls ? "https://localhost" : "http://localhost", {
      createConnection: () => socket,
      settings: { initialWindowSize: 64 << 20 },
    });
    session.setLocalWindowSize?.(64 << 20);
    return new PluginConnection(session);
  }

  /** Calls a unary method of gRPC. */
  call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ":method": "POST",
        ":path": path,
        "content-type": "application/grpc",
        te: "trailers",
      });
      const chunks: Buffer[] = [];
      let status: { code: number; message: string } | undefined;
      const note = (headers: Record<string, unknown>): void => {
        if (headers["grpc-status"] === undefined) return;
        const message = decodeURIComponent(String(headers["grpc-message"] ?? ""));
        status = { code: Number(headers["grpc-status"]), message };
      };
      stream.on("response", note);
      stream.on("trailers", note);
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", reject);
      stream.on("close", () => {
        if (status?.code === 0) resolve(Buffer.concat(chunks).subarray(5));
        else reject(new GrpcFailure(status?.code ?? 14, status?.message ?? "the connection was lost"));
      });
      signal?.addEventListener("abort", () => stream.close());
      const header = Buffer.alloc(5);
      header.writeUInt32BE(message.length, 1);
      stream.write(header);
      stream.end(message);
    });
  }

  /** Opens a stream that stays open, as go-plugin does for standard output and the broker. */
  hold(path: string): void {
    const stream = this.#session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    stream.on("error", () => undefined);
    stream.resume();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#session.destroyed) return resolve();
      this.#session.once("close", () => resolve());
      this.#session.destroy();
    });
  }
}

function plainSocket(address: string): Promise<Socket> {
  const [host, port] = address.split(":");
  return opened(
    port === undefined
      ? createConnection({ path: address })
      : createConnection({ host: host ?? "", port: Number(port) }),
    "connect",
  );
}

async function secureSocket(address: string, { identity, serverCertificate }: TlsOptions): Promise<Socket> {
  const socket = await plainSocket(address);
  return opened(
    connectTls({
      socket,
      ca: serverCertificate,
      servername: "localhost",
      ALPNProtocols: ["h2"],
      minVersion: "TLSv1.2",
      ...(identity ? { key: identity.key, cert: identity.certificate } : {}),
    }),
    "secureConnect",
  );
}

function opened<S extends Socket>(socket: S, event: string): Promise<S> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once(event, () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
