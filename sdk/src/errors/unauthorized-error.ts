import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The API token is unknown, revoked or expired.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, UnauthorizedError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof UnauthorizedError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class UnauthorizedError extends ApiError {
  override readonly name = "UnauthorizedError";
  override readonly code = "UNAUTHORIZED";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Give a valid API token (option apiToken or SAFETYCULTURE_API_TOKEN).");
  }
}
