/**
 * Stable codes of the errors; a code is never renamed within a major version.
 *
 * @example
 * ```ts
 * import type { ErrorCode } from "@safetyculture-tokens/sdk";
 *
 * const passing: ReadonlySet<ErrorCode> = new Set(["CONNECTION_FAILED", "TIMEOUT", "SERVER_ERROR"]);
 * ```
 */
export type ErrorCode =
  | "INVALID_ARGUMENT"
  | "CLIENT_CLOSED"
  | "API_ERROR"
  | "INVALID_REQUEST"
  | "UNKNOWN_PERMISSION"
  | "TOKEN_LIMIT_REACHED"
  | "NAME_ALREADY_EXISTS"
  | "TOKEN_NOT_ACTIVE"
  | "TOKEN_NOT_REVOKED"
  | "NOT_FOUND"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "RATE_LIMITED"
  | "SERVER_ERROR"
  | "CONNECTION_FAILED"
  | "TIMEOUT"
  | "ABORTED"
  | "UNEXPECTED_RESPONSE"
  | "OUTCOME_UNKNOWN"
  | "LIST_CHANGED"
  | "AMBIGUOUS_TOKENS"
  | "OWN_CREDENTIAL"
  | "WORKFLOW_INCOMPLETE";

const BRAND = Symbol.for("safetyculture-tokens.error");

/**
 * Whatever the SDK throws on purpose. Its message says what failed, why, and what to do next; neither the message
 * nor anything else in it holds a secret, a header or a body.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, SafetyCultureError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (SafetyCultureError.is(error) && error.code === "TOKEN_LIMIT_REACHED") console.error(error.message);
 *   else throw error;
 * }
 * ```
 */
export abstract class SafetyCultureError extends Error {
  /** Name of the class. */
  abstract override readonly name: string;
  /** What kind of error it is, as a stable string. */
  abstract readonly code: ErrorCode;

  /** Whether `value` is an error of this SDK, also when it comes from another copy of the package. */
  static is(value: unknown): value is SafetyCultureError {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  /** What goes into a structured log: name, code, message and the error's own info. */
  toJSON(): Record<string, unknown> {
    return { message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

Object.defineProperty(SafetyCultureError.prototype, BRAND, { value: true });
