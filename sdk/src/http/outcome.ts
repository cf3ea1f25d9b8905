/**
 * The one place that decides whether a call was carried out. That it was *not* needs proof: the request never left, or the
 * API itself refused it. Everything else that is not a success is unknown.
 */
import { CallError } from "../errors/call-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { isRecord } from "./is-record.js";

/** What is known of a call. */
export type CallOutcome = "carried_out" | "not_carried_out" | "unknown";

/** Statuses below 500 with which servers and edges in between give up waiting; they say nothing of the call. */
const GAVE_UP_WAITING = new Set([408, 499]);

/** Whether a body is an error in the API's own shape: `{code, message, details}` with a gRPC code. */
export function isApiError(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) && Number.isInteger(value["code"]) && typeof value["message"] === "string";
  } catch {
    return false;
  }
}

/** What a response that is not a success proves. Only the API itself can refuse a call; an edge cannot speak for it. */
export function outcomeOfRefusal(status: number, body: string): CallOutcome {
  const refused = status >= 400 && status < 500 && !GAVE_UP_WAITING.has(status) && isApiError(body);
  return refused ? "not_carried_out" : "unknown";
}

/** What an attempt without a response proves. @param sent - Whether the request had begun to leave. */
export function outcomeOfFailure(sent: boolean): CallOutcome {
  return sent ? "unknown" : "not_carried_out";
}

/** Whether what an error tells of may have been carried out all the same. */
export function isOutcomeUnknown(error: unknown): error is CallError {
  return error instanceof CallError && error.mayHaveHappened;
}

/** Whether the same call may succeed a moment later: it was not refused by the API, or only because of too many calls. */
export function isRepeatable(error: unknown): boolean {
  if (error instanceof RateLimitError) return true;
  return isOutcomeUnknown(error) || error instanceof ConnectionError || error instanceof TimeoutError;
}
