import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** As many tokens are active as may be: 20 service user tokens per organization, 10 user tokens per person. */
export class TokenLimitReachedError extends ApiError {
  override readonly name = "TokenLimitReachedError";
  override readonly code = "TOKEN_LIMIT_REACHED";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Revoke a token that is no longer needed, then try again.");
  }
}
