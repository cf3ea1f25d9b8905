import { CallError, type CallFacts } from "./call-error.js";
import type { ErrorCode } from "./safety-culture-error.js";

/** A field of the request that the API did not accept. */
export interface FieldViolation {
  /** Path of the field, such as `permissions[2]`. */
  readonly field: string;
  /** The rule that it breaks. */
  readonly description: string;
}

/** What an answer says of a failure, secrets removed. */
export interface ApiProblem {
  /** HTTP status. */
  readonly status: number;
  /** gRPC code, if the answer has one. */
  readonly grpcCode: number | undefined;
  /** Stable reason, such as `ACTIVE_TOKEN_LIMIT_REACHED`; empty if the answer has none. */
  readonly reason: string;
  /** The API's words. */
  readonly message: string;
  /** Fields of the request that the API did not accept. */
  readonly violations: readonly FieldViolation[];
  /** Facts about the failure, such as `permission`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** How long the API asks to wait, in milliseconds, if it does. */
  readonly retryAfterMs: number | undefined;
}

/** The API answered, and refused. Subclasses name the cases that programs decide on. */
export class ApiError extends CallError {
  override readonly name: string = "ApiError";
  readonly code: ErrorCode = "API_ERROR";
  /** HTTP status. */
  readonly status: number;
  /** gRPC code, if the answer has one. */
  readonly grpcCode: number | undefined;
  /** The API's own stable reason, such as `ACTIVE_TOKEN_LIMIT_REACHED`; empty if it gave none. */
  readonly reason: string;
  /** Fields of the request that the API did not accept. */
  readonly violations: readonly FieldViolation[];
  /** How long the API asks to wait, in milliseconds, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(facts: CallFacts, problem: ApiProblem, next = "See the reason for what to change.") {
    const fields = problem.violations.map(({ field, description }) => `; ${field}: ${description}`).join("");
    const label = [`HTTP ${problem.status}`, problem.reason].filter(Boolean).join(" ");
    super(facts, `${problem.message || "the API refused the call"}${fields} (${label})`, next);
    this.status = problem.status;
    this.grpcCode = problem.grpcCode;
    this.reason = problem.reason;
    this.violations = problem.violations;
    this.retryAfterMs = problem.retryAfterMs;
  }
}
