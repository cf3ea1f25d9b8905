import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** A field of the request is not valid; see `violations`. */
export class InvalidRequestError extends ApiError {
  override readonly name = "InvalidRequestError";
  override readonly code = "INVALID_REQUEST";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Correct the fields named, then try again.");
  }
}
