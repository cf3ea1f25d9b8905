import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The token is not revoked; only a revoked token is regenerated or deleted.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, TokenNotRevokedError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.delete("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
 * } catch (error) {
 *   if (!(error instanceof TokenNotRevokedError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class TokenNotRevokedError extends ApiError {
  override readonly name = "TokenNotRevokedError";
  override readonly code = "TOKEN_NOT_REVOKED";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Revoke the token first.");
  }
}
