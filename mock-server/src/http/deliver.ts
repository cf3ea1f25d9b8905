import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../clock.js";
import type { Answer } from "./answer.js";

/** How an answer reaches the caller, or how it does not. */
export type Delivery =
  | { readonly kind: "whole"; readonly answer: Answer }
  /** So many bytes at a time, with a pause before each piece. */
  | { readonly kind: "pieces"; readonly answer: Answer; readonly bytes: number; readonly pause: number }
  /** The beginning only, then the connection ends. Half of the body unless `bytes` says otherwise. */
  | { readonly kind: "truncated"; readonly answer: Answer; readonly bytes: number | undefined }
  | { readonly kind: "drop" }
  | { readonly kind: "reset" };

/** Sends an answer, or does not. The date is the virtual clock's. */
export async function deliver(
  outgoing: ServerResponse,
  delivery: Delivery,
  now: Instant,
  closing: AbortSignal,
): Promise<void> {
  switch (delivery.kind) {
    case "drop":
      outgoing.socket?.destroy();
      return;
    case "reset":
      outgoing.socket?.resetAndDestroy();
      return;
    case "whole":
      // As a text the body goes out in one piece with the head; as bytes it would cost a second one.
      outgoing.end(writeHead(outgoing, delivery.answer, now));
      return;
    case "truncated": {
      const body = Buffer.from(writeHead(outgoing, delivery.answer, now));
      const bytes = Math.min(delivery.bytes ?? body.length >> 1, body.length - 1);
      outgoing.flushHeaders();
      outgoing.write(body.subarray(0, Math.max(bytes, 0)));
      outgoing.socket?.destroySoon();
      return;
    }
    case "pieces": {
      const body = Buffer.from(writeHead(outgoing, delivery.answer, now));
      outgoing.flushHeaders();
      for (let at = 0; at < body.length; at += delivery.bytes) {
        await sleep(delivery.pause, undefined, { signal: closing });
        if (outgoing.destroyed) return;
        outgoing.write(body.subarray(at, at + delivery.bytes));
      }
      outgoing.end();
    }
  }
}

/** Writes the head of an answer; what it returns is the body. */
function writeHead(outgoing: ServerResponse, answer: Answer, now: Instant): string {
  const raw = "raw" in answer;
  const body = raw ? answer.raw : JSON.stringify(answer.body);
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    "content-type": raw ? answer.contentType : "application/json",
    "content-length": Buffer.byteLength(body),
    date: httpDate(now),
  });
  return body;
}

let dated = { now: Number.NaN, text: "" };

/** The time as a header has it. Many answers share a second. */
function httpDate(now: Instant): string {
  if (dated.now !== now) dated = { now, text: new Date(now).toUTCString() };
  return dated.text;
}
