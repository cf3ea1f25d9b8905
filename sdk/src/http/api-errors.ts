import type { Operation } from "../contract/operation.js";
import { ApiError, type ApiProblem } from "../errors/api-error.js";
import type { CallInfo } from "../errors/call-error.js";
import { ForbiddenError } from "../errors/forbidden-error.js";
import { InvalidRequestError } from "../errors/invalid-request-error.js";
import { NameConflictError } from "../errors/name-conflict-error.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { ServerError } from "../errors/server-error.js";
import { TokenLimitReachedError } from "../errors/token-limit-reached-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import { TokenNotRevokedError } from "../errors/token-not-revoked-error.js";
import { UnauthorizedError } from "../errors/unauthorized-error.js";
import { UnknownPermissionError } from "../errors/unknown-permission-error.js";

/** The error of a refusal: by the API's reason, else by the HTTP status. */
export function apiError(operation: Operation, info: CallInfo, problem: ApiProblem): ApiError {
  switch (problem.reason) {
    case "ACTIVE_TOKEN_LIMIT_REACHED":
      return new TokenLimitReachedError(info, problem);
    case "TOKEN_NOT_ACTIVE":
      return new TokenNotActiveError(info, problem);
    case "TOKEN_NOT_REVOKED":
      return new TokenNotRevokedError(info, problem);
    case "UNKNOWN_PERMISSION":
      return new UnknownPermissionError(info, problem);
    case "NAME_ALREADY_EXISTS":
      return new NameConflictError(info, problem);
  }
  switch (problem.status) {
    case 401:
      return new UnauthorizedError(info, problem);
    case 403:
      return new ForbiddenError(info, problem, operation.permissions);
    case 404:
      // A wrong base URL gives 404 too, and must not pass for a token that is gone.
      if (problem.reason === "TOKEN_NOT_FOUND" || (problem.reason === "" && problem.grpcCode === 5)) {
        return new NotFoundError(info, problem);
      }
      return new ApiError(info, problem, "The API has no such route; check the base URL.");
    case 429:
      return new RateLimitError(info, problem);
  }
  if (problem.status >= 500) return new ServerError(info, problem);
  if (problem.grpcCode === 3) return new InvalidRequestError(info, problem);
  if (problem.status >= 300 && problem.status < 400) {
    return new ApiError(
      info,
      problem,
      "The API token was not sent on; give the address behind the redirect as baseUrl.",
    );
  }
  return new ApiError(info, problem);
}
