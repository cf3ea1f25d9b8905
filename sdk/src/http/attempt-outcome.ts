import type { Operation } from "../contract/operation.js";
import { AbortError } from "../errors/abort-error.js";
import type { CallError, CallInfo } from "../errors/call-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { UnexpectedResponseError } from "../errors/unexpected-response-error.js";
import type { Redactor } from "../observability/redactor.js";
import { apiError } from "./api-errors.js";
import type { AttemptFailure, RawResponse } from "./exchange.js";
import { outcomeOfFailure, outcomeOfRefusal } from "./outcome.js";
import { readProblem } from "./read-problem.js";
import type { Mismatch } from "./read-response.js";
import { transportCause } from "./transport-cause.js";

/** An attempt that failed, and whether the call may be tried again. */
export interface FailedAttempt {
  readonly error: CallError;
  readonly retry: boolean;
  /** Milliseconds that the API asks to wait. */
  readonly askedMs: number | undefined;
}

/** Failures that no repeat fixes: of TLS, and of a dispatcher that is closed or no dispatcher of undici 7. */
const PERMANENT =
  /^(ERR_TLS_|CERT_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|UND_ERR_(CLOSED|DESTROYED|INVALID_ARG)$)/;

/** Limits of the attempt, for the messages. */
export interface AttemptLimits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  /** Whether the deadline, not the attempt's own limit, ended it. */
  readonly byDeadline: boolean;
}

/**
 * Judges an attempt that brought no response. A call that is not repeatable is tried again only if the request never left.
 */
export function judgeFailure(
  operation: Operation,
  info: CallInfo,
  failure: AttemptFailure,
  limits: AttemptLimits,
  redactor: Redactor,
): FailedAttempt {
  const unknown = outcomeOfFailure(failure.sent) === "unknown";
  const known = { ...info, mayHaveHappened: info.mayHaveHappened || unknown };
  const retry = operation.repeatable || !unknown;
  switch (failure.kind) {
    case "aborted":
      return { error: new AbortError(known, failure.cause), retry: false, askedMs: undefined };
    case "too_large": {
      const error = new UnexpectedResponseError(known, 200, "", "is larger than 32 MiB");
      return { error, retry: false, askedMs: undefined };
    }
    case "timeout": {
      const phase = limits.byDeadline ? "deadline" : "attempt";
      const limitMs = limits.byDeadline ? limits.deadlineMs : limits.timeoutMs;
      return { error: new TimeoutError(known, phase, limitMs), retry, askedMs: undefined };
    }
    case "connection": {
      const cause = transportCause(failure.cause, redactor);
      const error = new ConnectionError(known, failure.sent, cause);
      return { error, retry: retry && !PERMANENT.test(cause.code), askedMs: undefined };
    }
  }
}

/**
 * Judges a response that is not a success. What the API itself refuses stays refused, but for 429, after which any call may be
 * repeated. What may have been carried out is repeated only where that does no harm; a redirect leads nowhere a second time.
 */
export function judgeRefusal(
  operation: Operation,
  info: CallInfo,
  response: RawResponse,
  redactor: Redactor,
): FailedAttempt {
  const unknown = outcomeOfRefusal(response.status, response.body) === "unknown";
  const known = { ...info, mayHaveHappened: info.mayHaveHappened || unknown };
  const problem = readProblem(response, redactor);
  return {
    error: apiError(operation, known, problem),
    retry: unknown ? operation.repeatable && response.status >= 400 : response.status === 429,
    askedMs: problem.retryAfterMs,
  };
}

/**
 * Judges a success whose response does not fit the contract. A response of another server than the API, or a
 * damaged one, may come right the next time.
 */
export function judgeMismatch(
  operation: Operation,
  info: CallInfo,
  status: number,
  mismatch: Mismatch,
): FailedAttempt {
  const known = { ...info, mayHaveHappened: true };
  return {
    error: new UnexpectedResponseError(known, status, mismatch.field, mismatch.rule),
    retry: operation.repeatable,
    askedMs: undefined,
  };
}
