import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * As many tokens are active as may be: 20 service user tokens per organization, 10 user tokens per person.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, TokenLimitReachedError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof TokenLimitReachedError)) throw error;
 *   console.error(error.limit);
 * }
 * ```
 */
export class TokenLimitReachedError extends ApiError {
  override readonly name = "TokenLimitReachedError";
  override readonly code = "TOKEN_LIMIT_REACHED";

  /** How many may be active, if the API says so. */
  readonly limit: number | undefined;

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Revoke a token that is no longer needed, then try again.");
    const limit = Number(problem.metadata["limit"] ?? Number.NaN);
    this.limit = Number.isInteger(limit) ? limit : undefined;
  }
}
