import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** A permission is not in the catalogue. */
export class UnknownPermissionError extends ApiError {
  override readonly name = "UnknownPermissionError";
  override readonly code = "UNKNOWN_PERMISSION";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Take the keys from client.permissions.list().");
  }
}
