import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** The token is revoked or expired, and the call needs an active one. */
export class TokenNotActiveError extends ApiError {
  override readonly name = "TokenNotActiveError";
  override readonly code = "TOKEN_NOT_ACTIVE";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Resume the token first.");
  }
}
