import type { Redactor } from "../observability/redactor.js";

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
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

/** The failure, safe to be shown. */
export function transportCause(thrown: unknown, redactor: Redactor): TransportCause {
  const error = first(thrown);
  if (!(error instanceof Error)) return new TransportCause("unknown failure", "UNKNOWN");
  const code = "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
  return new TransportCause(redactor.clean(error.message) || code, redactor.clean(code));
}
