import type { Server } from "node:net";
import { connect } from "node:tls";
import * as grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIdentity, type Identity } from "../../../provider/src/transport/certificate.js";
import { GrpcError, Status } from "../../../provider/src/transport/grpc/status.js";
import { addressText } from "../../../provider/src/transport/handshake.js";
import { type Binding, bind } from "../../../provider/src/transport/listener.js";
import { createGrpcServer } from "../../../provider/src/transport/server.js";

// The server is spoken to by grpc-js, an implementation of gRPC that is not ours.

const NOW = new Date();
const identity = createIdentity(NOW);
const client = createIdentity(NOW);
const stranger = createIdentity(NOW);

let server: Server;
let binding: Binding;
let accepted = 0;

beforeAll(async () => {
  server = createGrpcServer(
    (path) => {
      if (path === "/test/Echo") return { kind: "unary", handle: async (request) => request };
      if (path === "/test/Fail") {
        return {
          kind: "unary",
          handle: async () => {
            throw new GrpcError(Status.INVALID_ARGUMENT, "größer als 100 %");
          },
        };
      }
      if (path === "/test/Bug") {
        return {
          kind: "unary",
          handle: async () => {
            throw new TypeError("internal detail");
          },
        };
      }
      return undefined;
    },
    () => {
      accepted += 1;
    },
    { identity, clientCertificate: client.certificate },
  );
  binding = await bind(server);
});

afterAll(() => {
  server.close();
  binding.release();
});

function dial(as: Identity | undefined): grpc.Client {
  const root = Buffer.from(identity.certificate);
  const credentials = as
    ? grpc.credentials.createSsl(root, Buffer.from(as.key), Buffer.from(as.certificate))
    : grpc.credentials.createSsl(root);
  return new grpc.Client(`unix:${addressText(binding.address)}`, credentials, {
    "grpc.ssl_target_name_override": "localhost",
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.enable_retries": 0,
  });
}

function call(caller: grpc.Client, path: string, message: Buffer): Promise<Buffer> {
  const same = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve, reject) => {
    caller.makeUnaryRequest(
      path,
      same,
      same,
      message,
      { deadline: Date.now() + 600_000 },
      (error, response) => {
        if (error) reject(error);
        else resolve(response ?? Buffer.alloc(0));
      },
    );
  }).finally(() => caller.close()) as Promise<Buffer>;
}

describe("the plugin's gRPC server", () => {
  it("answers the client whose certificate the launcher announced", async () => {
    expect(await call(dial(client), "/test/Echo", Buffer.from("hello"))).toEqual(Buffer.from("hello"));
  });

  it("carries a message of 30 MB in both directions", async () => {
    const message = Buffer.alloc(30 << 20, 0x5a);
    expect((await call(dial(client), "/test/Echo", message)).equals(message)).toBe(true);
  });

  it("says that an unknown method is not implemented", async () => {
    await expect(call(dial(client), "/test/Nothing", Buffer.alloc(0))).rejects.toMatchObject({
      code: grpc.status.UNIMPLEMENTED,
    });
  });

  it("passes on a status with its message", async () => {
    await expect(call(dial(client), "/test/Fail", Buffer.alloc(0))).rejects.toMatchObject({
      code: grpc.status.INVALID_ARGUMENT,
      details: "größer als 100 %",
    });
  });

  it("shows nothing of an unexpected failure", async () => {
    const failure = await call(dial(client), "/test/Bug", Buffer.alloc(0)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: grpc.status.INTERNAL });
    expect(String(failure)).not.toContain("internal detail");
  });

  it.each([
    ["another certificate", stranger],
    ["no certificate", undefined],
  ])("drops a client with %s before any call", async (_case, as) => {
    const before = accepted;
    await new Promise<void>((resolve) => {
      const socket = connect({
        path: addressText(binding.address),
        ca: identity.certificate,
        servername: "localhost",
        ALPNProtocols: ["h2"],
        ...(as ? { key: as.key, cert: as.certificate } : {}),
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
      socket.resume();
    });
    expect(accepted).toBe(before);
  });
});
