import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * Too many calls: 800 in 60 seconds, 200 of them writes. See `retryAfterMs`.
 *
 * @example
 * ```ts
 * import { RateLimitError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof RateLimitError)) throw error;
 *   console.error(error.retryAfterMs);
 * }
 * ```
 */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  override readonly code = "RATE_LIMITED";

  constructor(info: CallInfo, problem: ApiProblem) {
    const wait = problem.retryAfterMs;
    super(
      info,
      problem,
      wait === undefined ? "Try again in a minute." : `Try again in ${Math.ceil(wait / 1000)} s.`,
    );
  }
}
