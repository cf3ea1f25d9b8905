import { CallError, type CallFacts } from "./call-error.js";

/**
 * The answer does not fit the contract: not JSON, a field missing, or a field of another type.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, UnexpectedAnswerError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof UnexpectedAnswerError)) throw error;
 *   console.error(error.field);
 * }
 * ```
 */
export class UnexpectedAnswerError extends CallError {
  override readonly name = "UnexpectedAnswerError";
  readonly code = "UNEXPECTED_ANSWER";
  /** HTTP status of the answer. */
  readonly status: number;
  /** Path of the field that does not fit, such as `service_user_token.permissions[3]`; empty for the whole answer. */
  readonly field: string;

  /** @param rule - What the field breaks. Never its value. */
  constructor(facts: CallFacts, status: number, field: string, rule: string) {
    super(
      facts,
      `the answer (HTTP ${status}) does not fit the contract: ${field === "" ? "it" : field} ${rule}`,
      "Check that the base URL is the API's and that no proxy answers in its place.",
    );
    this.status = status;
    this.field = field;
  }
}
