/**
 * Every error that the SDK throws on purpose.
 *
 * @example
 * ```ts
 * import { NotFoundError } from "@safetyculture-tokens/sdk/errors";
 *
 * export const isGone = (error: unknown): boolean => error instanceof NotFoundError;
 * ```
 *
 * @module
 */
export { AbortError } from "./abort-error.js";
export { AmbiguousTokensError, type TokenSummary } from "./ambiguous-tokens-error.js";
export { ApiError, type ApiProblem, type FieldViolation } from "./api-error.js";
export { CallError, type CallInfo } from "./call-error.js";
export { ClientClosedError } from "./client-closed-error.js";
export { ConnectionError } from "./connection-error.js";
export { ForbiddenError } from "./forbidden-error.js";
export { IncompleteWorkflowError, type UnfinishedStep } from "./incomplete-workflow-error.js";
export { InvalidArgumentError } from "./invalid-argument-error.js";
export { InvalidRequestError } from "./invalid-request-error.js";
export { ListChangedError } from "./list-changed-error.js";
export { NameConflictError } from "./name-conflict-error.js";
export { NotFoundError } from "./not-found-error.js";
export { OutcomeUnknownError } from "./outcome-unknown-error.js";
export { OwnCredentialError } from "./own-credential-error.js";
export { RateLimitError } from "./rate-limit-error.js";
export { type ErrorCode, SafetyCultureError } from "./safety-culture-error.js";
export { ServerError } from "./server-error.js";
export { TimeoutError, type TimeoutPhase } from "./timeout-error.js";
export { TokenLimitReachedError } from "./token-limit-reached-error.js";
export { TokenNotActiveError } from "./token-not-active-error.js";
export { TokenNotRevokedError } from "./token-not-revoked-error.js";
export { UnauthorizedError } from "./unauthorized-error.js";
export { UnexpectedResponseError } from "./unexpected-response-error.js";
export { UnknownPermissionError } from "./unknown-permission-error.js";
