import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** The organization of the calling credential has no such token. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  override readonly code = "NOT_FOUND";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Check the id, and that the API token is of the right organization.");
  }
}
