import "../../seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frame, MAX_MESSAGE_BYTES, UnaryRequest } from "../../../provider/src/transport/grpc/frames.js";
import { encodeMessage, Status } from "../../../provider/src/transport/grpc/status.js";

function read(chunks: readonly Buffer[]): Buffer {
  const request = new UnaryRequest();
  for (const chunk of chunks) request.push(chunk);
  return request.message();
}

describe("gRPC frames", () => {
  it("are read back however the network cuts them", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.nat({ max: 205 }), { maxLength: 8 }),
        (message, cuts) => {
          const bytes = frame(message);
          const edges = [
            0,
            ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
            bytes.length,
          ];
          const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
          expect(read(chunks)).toEqual(Buffer.from(message));
        },
      ),
    );
  });

  it("are refused when compressed", () => {
    expect(() => read([Buffer.of(1, 0, 0, 0, 0)])).toThrow(
      expect.objectContaining({ code: Status.UNIMPLEMENTED }),
    );
  });

  it("are refused by their announced size, before the bytes arrive", () => {
    const header = Buffer.alloc(5);
    header.writeUInt32BE(MAX_MESSAGE_BYTES + 1, 1);
    expect(() => new UnaryRequest().push(header)).toThrow(
      expect.objectContaining({ code: Status.RESOURCE_EXHAUSTED }),
    );
  });

  it("are refused when cut short, and when a second one follows", () => {
    const bytes = frame(Buffer.from("message"));
    expect(() => read([bytes.subarray(0, 9)])).toThrow("ended before its message was complete");
    expect(() => read([])).toThrow("ended before its message was complete");
    expect(() => read([bytes, bytes])).toThrow("more than one message");
  });
});

describe("a status message", () => {
  it("is percent-encoded outside printable ASCII", () => {
    expect(encodeMessage("100 % größer\n")).toBe("100 %25 gr%C3%B6%C3%9Fer%0A");
  });
});
