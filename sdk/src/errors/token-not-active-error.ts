import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The token is revoked or expired, and the call needs an active one.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, TokenNotActiveError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.update("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", { name: "Power BI" });
 * } catch (error) {
 *   if (!(error instanceof TokenNotActiveError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class TokenNotActiveError extends ApiError {
  override readonly name = "TokenNotActiveError";
  override readonly code = "TOKEN_NOT_ACTIVE";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Resume the token first.");
  }
}
