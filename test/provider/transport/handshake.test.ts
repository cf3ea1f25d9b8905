import { describe, expect, it } from "vitest";
import {
  handshakeLine,
  isLaunchedByTerraform,
  readLaunchRequest,
} from "../../../provider/src/transport/handshake.js";

const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

describe("the handshake", () => {
  it("announces the socket and the certificate without base64 padding", () => {
    const line = handshakeLine(6, { network: "unix", path: "/s/plugin1/s" }, Buffer.from("abcd"));
    expect(line).toBe("1|6|unix|/s/plugin1/s|grpc|YWJjZA\n");
  });

  it("leaves the certificate empty when the launcher switched TLS off", () => {
    expect(handshakeLine(6, { network: "tcp", host: "127.0.0.1", port: 10000 })).toBe(
      "1|6|tcp|127.0.0.1:10000|grpc|\n",
    );
  });

  it("recognizes Terraform by its cookie alone", () => {
    expect(isLaunchedByTerraform({ TF_PLUGIN_MAGIC_COOKIE: COOKIE })).toBe(true);
    expect(isLaunchedByTerraform({ TF_PLUGIN_MAGIC_COOKIE: "other" })).toBe(false);
    expect(isLaunchedByTerraform({})).toBe(false);
  });

  it("reads what the launcher asks for, and takes empty variables as absent", () => {
    expect(readLaunchRequest({ PLUGIN_CLIENT_CERT: "pem", PLUGIN_UNIX_SOCKET_DIR: "/sockets" })).toEqual({
      clientCertificate: "pem",
      socketDirectory: "/sockets",
    });
    expect(readLaunchRequest({ PLUGIN_CLIENT_CERT: "" })).toEqual({});
  });
});
