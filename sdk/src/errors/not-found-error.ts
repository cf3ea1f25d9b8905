import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The organization of the calling credential has no such token.
 *
 * @example
 * ```ts
 * import { NotFoundError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.get("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
 * } catch (error) {
 *   if (!(error instanceof NotFoundError)) throw error;
 *   console.error(error.requestId);
 * }
 * ```
 */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  override readonly code = "NOT_FOUND";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Check the id, and that the API token is of the right organization.");
  }
}
