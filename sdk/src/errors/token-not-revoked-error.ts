import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** The token is not revoked; only a revoked token is regenerated or deleted. */
export class TokenNotRevokedError extends ApiError {
  override readonly name = "TokenNotRevokedError";
  override readonly code = "TOKEN_NOT_REVOKED";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Revoke the token first.");
  }
}
