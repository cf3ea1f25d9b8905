import { GrpcError, Status } from "./status.js";

/** The largest message in either direction, in bytes: the limit of HashiCorp's own plugin library. */
export const MAX_MESSAGE_BYTES = 256 << 20;

const HEADER_BYTES = 5;

/** One message with its length prefix. */
export function frame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

/** Collects the frames of one unary request, however the network cut them. */
export class UnaryRequest {
  #chunks: Buffer[] = [];
  #received = 0;

  /** Adds bytes; throws {@link GrpcError} as soon as the message cannot be accepted. */
  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#received < HEADER_BYTES) return;
    const header = this.#header();
    if (header[0] !== 0) {
      throw new GrpcError(
        Status.UNIMPLEMENTED,
        "compressed messages are not supported; send identity encoding",
      );
    }
    if (header.readUInt32BE(1) > MAX_MESSAGE_BYTES) {
      throw new GrpcError(
        Status.RESOURCE_EXHAUSTED,
        `the message has ${header.readUInt32BE(1)} bytes; at most ${MAX_MESSAGE_BYTES} are accepted`,
      );
    }
    if (this.#received > HEADER_BYTES + header.readUInt32BE(1)) {
      throw new GrpcError(Status.INTERNAL, "the request holds more than one message");
    }
  }

  /** The message, once the request has ended. */
  message(): Buffer {
    const bytes = this.#joined();
    if (bytes.length < HEADER_BYTES || bytes.length !== HEADER_BYTES + bytes.readUInt32BE(1)) {
      throw new GrpcError(Status.INTERNAL, "the request ended before its message was complete");
    }
    return bytes.subarray(HEADER_BYTES);
  }

  #header(): Buffer {
    const [first] = this.#chunks;
    return first !== undefined && first.length >= HEADER_BYTES ? first : this.#joined();
  }

  #joined(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }
}
