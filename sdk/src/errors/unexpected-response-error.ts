import { CallError, type CallInfo } from "./call-error.js";

/**
 * The response does not fit the contract: not JSON, a field missing, or a field of another type.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, UnexpectedResponseError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof UnexpectedResponseError)) throw error;
 *   console.error(error.field);
 * }
 * ```
 */
export class UnexpectedResponseError extends CallError {
  override readonly name = "UnexpectedResponseError";
  readonly code = "UNEXPECTED_RESPONSE";
  /** HTTP status of the response. */
  readonly status: number;
  /** Path of the field that does not fit, such as `service_user_token.permissions[3]`; empty for the whole response. */
  readonly field: string;

  /** @param rule - What the field breaks. Never its value. */
  constructor(info: CallInfo, status: number, field: string, rule: string) {
    super(
      info,
      `the response (HTTP ${status}) does not fit the contract: ${field === "" ? "it" : field} ${rule}`,
      "Check that the base URL is the API's and that no proxy responds in its place.",
    );
    this.status = status;
    this.field = field;
  }
}
