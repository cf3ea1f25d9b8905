import type { Duplex } from "node:stream";
import { invalidRequest } from "../errors.js";

/** Answers bytes that are no HTTP request, in the shape of the API's other errors, and closes the connection. */
export function refuseMalformed(error: Error, socket: Duplex): void {
  const code = "code" in error ? error.code : undefined;
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, description] =
    code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "value must be shorter"]
      : ["400 Bad Request", "value must be an HTTP/1.1 request"];
  const body = JSON.stringify(invalidRequest([{ field: "request", description }]).body);
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
