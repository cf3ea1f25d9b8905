import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The API failed (HTTP 5xx).
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, ServerError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof ServerError)) throw error;
 *   console.error(error.status, error.attempts);
 * }
 * ```
 */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  override readonly code = "SERVER_ERROR";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Try again later.");
  }
}
