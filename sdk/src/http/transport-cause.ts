import type { Redactor } from "../observability/redactor.js";
import { isRecord } from "./is-record.js";

/**
 * A transport failure without what could leak: errors of the HTTP parser carry the bytes that they stumbled over, so only
 * the message and the code are taken.
 */
export class TransportCause extends Error {
  override readonly name = "TransportCause";
  /** Code of Node or undici, such as `ECONNREFUSED` or `UND_ERR_SOCKET`. */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

function first(error: unknown): unknown {
  // Duck typing: under Jest an error of Node comes from another realm, where `instanceof` says no.
  if (!isRecord(error) || !Array.isArray(error["errors"]) || error["errors"].length === 0) return error;
  const [one]: unknown[] = error["errors"];
  return one;
}

/** The failure, safe to be shown. */
export function transportCause(thrown: unknown, redactor: Redactor): TransportCause {
  const error = first(thrown);
  if (!isRecord(error)) return new TransportCause("unknown failure", "UNKNOWN");
  const code = typeof error["code"] === "string" ? error["code"] : "UNKNOWN";
  const message = typeof error["message"] === "string" ? error["message"] : "";
  return new TransportCause(redactor.clean(message) || code, redactor.clean(code));
}
