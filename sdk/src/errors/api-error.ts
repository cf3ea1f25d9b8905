import { CallError, type CallInfo } from "./call-error.js";
import type { ErrorCode } from "./safety-culture-error.js";

/**
 * A field of the request that the API did not accept.
 *
 * @example
 * ```ts
 * import type { FieldViolation } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ field, description }: FieldViolation) => `${field}: ${description}`;
 * ```
 */
export interface FieldViolation {
  /** Path of the field, such as `permissions[2]`. */
  readonly field: string;
  /** The rule that it breaks. */
  readonly description: string;
}

/**
 * What a response says of a failure, secrets removed.
 *
 * @example
 * ```ts
 * import type { ApiProblem } from "@safetyculture-tokens/sdk";
 *
 * const isLimit = ({ reason }: ApiProblem) => reason === "ACTIVE_TOKEN_LIMIT_REACHED";
 * ```
 */
export interface ApiProblem {
  /** HTTP status. */
  readonly status: number;
  /** gRPC code, if the response has one. */
  readonly grpcCode: number | undefined;
  /** Stable reason, such as `ACTIVE_TOKEN_LIMIT_REACHED`; empty if the response has none. */
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

/**
 * The API responded, and refused. Subclasses name the cases that programs decide on.
 *
 * @example
 * ```ts
 * import { ApiError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.get("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
 * } catch (error) {
 *   if (!(error instanceof ApiError)) throw error;
 *   console.error(error.status, error.reason, error.violations);
 * }
 * ```
 */
export class ApiError extends CallError {
  override readonly name: string = "ApiError";
  readonly code: ErrorCode = "API_ERROR";
  /** HTTP status. */
  readonly status: number;
  /** gRPC code, if the response has one. */
  readonly grpcCode: number | undefined;
  /** The API's own stable reason, such as `ACTIVE_TOKEN_LIMIT_REACHED`; empty if it gave none. */
  readonly reason: string;
  /** Fields of the request that the API did not accept. */
  readonly violations: readonly FieldViolation[];
  /** How long the API asks to wait, in milliseconds, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(info: CallInfo, problem: ApiProblem, next = "See the reason for what to change.") {
    const fields = problem.violations.map(({ field, description }) => `; ${field}: ${description}`).join("");
    const label = [`HTTP ${problem.status}`, problem.reason].filter(Boolean).join(" ");
    super(info, `${problem.message || "the API refused the call"}${fields} (${label})`, next);
    this.status = problem.status;
    this.grpcCode = problem.grpcCode;
    this.reason = problem.reason;
    this.violations = problem.violations;
    this.retryAfterMs = problem.retryAfterMs;
  }
}
