import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallFacts } from "./call-error.js";

/** The API failed (HTTP 5xx). */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  override readonly code = "SERVER_ERROR";

  constructor(facts: CallFacts, problem: ApiProblem) {
    super(facts, problem, "Try again later.");
  }
}
