import type { Operation } from "../contract/operation.js";
import { AbortError } from "../errors/abort-error.js";
import type { CallError, CallFacts } from "../errors/call-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { UnexpectedAnswerError } from "../errors/unexpected-answer-error.js";
import type { Redactor } from "../observability/redactor.js";
import { apiError } from "./api-errors.js";
import type { AttemptFailure, RawAnswer } from "./exchange.js";
import type { Mismatch } from "./read-answer.js";
import { readProblem } from "./read-problem.js";
import { transportCause } from "./transport-cause.js";

/** An attempt that failed, and whether the call may be tried again. */
export interface FailedAttempt {
  readonly error: CallError;
  readonly retry: boolean;
  /** Milliseconds that the API asks to wait. */
  readonly askedMs: number | undefined;
}

/** Statuses that may pass when the call is repeated, and that do not say whether it was carried out. */
const PASSING = new Set([408, 500, 502, 503, 504]);

/** Failures that no repeat heals: of TLS, and of a dispatcher that is closed or no dispatcher of undici 7. */
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
 * Judges an attempt that brought no answer. A call that is not repeatable is tried again only if the request never left.
 */
export function judgeFailure(
  operation: Operation,
  facts: CallFacts,
  failure: AttemptFailure,
  limits: AttemptLimits,
  redactor: Redactor,
): FailedAttempt {
  const known = { ...facts, mayHaveHappened: facts.mayHaveHappened || failure.sent };
  const retry = operation.repeatable || !failure.sent;
  switch (failure.kind) {
    case "aborted":
      return { error: new AbortError(known, failure.cause), retry: false, askedMs: undefined };
    case "too_large": {
      const error = new UnexpectedAnswerError(known, 200, "", "is larger than 32 MiB");
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

/** Judges an answer that is not a success. 429 is a refusal at the door, so any call may be repeated after it. */
export function judgeRefusal(
  operation: Operation,
  facts: CallFacts,
  answer: RawAnswer,
  redactor: Redactor,
): FailedAttempt {
  const passing = PASSING.has(answer.status);
  const known = { ...facts, mayHaveHappened: facts.mayHaveHappened || passing };
  const problem = readProblem(answer, redactor);
  return {
    error: apiError(operation, known, problem),
    retry: answer.status === 429 || (passing && operation.repeatable),
    askedMs: problem.retryAfterMs,
  };
}

/** Judges a success whose answer does not fit the contract. A damaged one may come whole the next time. */
export function judgeMismatch(
  operation: Operation,
  facts: CallFacts,
  status: number,
  mismatch: Mismatch,
): FailedAttempt {
  const known = { ...facts, mayHaveHappened: true };
  return {
    error: new UnexpectedAnswerError(known, status, mismatch.field, mismatch.rule),
    retry: mismatch.damaged && operation.repeatable,
    askedMs: undefined,
  };
}
