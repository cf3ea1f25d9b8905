import type { ServerResponse } from "node:http";
import type { Instant } from "../clock.js";

/** An answer before it is bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; every answer has a body. */
  readonly body: unknown;
}

/** Sends an answer. Its date is the virtual clock's. */
export function send(outgoing: ServerResponse, answer: Answer, now: Instant): void {
  const text = JSON.stringify(answer.body);
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    date: new Date(now).toUTCString(),
  });
  outgoing.end(text);
}
