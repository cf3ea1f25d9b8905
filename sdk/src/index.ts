/**
 * A typed client of the SafetyCulture service user token API.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * const { token, secret } = await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * console.log(token.id, secret.fingerprint());
 * await client.close();
 * ```
 *
 * @module
 */
export { SafetyCultureClient } from "./client.js";
export type { Clock } from "./clock.js";
export type * from "./contract/models.js";
export type { OperationId, Query, RequestBody, ResponseBody } from "./contract/types.js";
export * from "./errors/index.js";
export { isLaterInstant, isSameInstant } from "./instants/index.js";
export type { AllOptions, List, Listing } from "./list.js";
export type { Hooks, RequestEvent, ResponseEvent } from "./observability/hooks.js";
export type { LogFields, Logger, LogLevel } from "./observability/logger.js";
export { type CallTrace, TRACING_CHANNEL } from "./observability/tracing.js";
export type { ClientOptions, PacingOptions } from "./options/client-options.js";
export type { RequestOptions } from "./options/request-options.js";
export type { ActivityLog } from "./resources/activity-log.js";
export type { Permissions } from "./resources/permissions.js";
export type { UserTokens } from "./resources/user-tokens.js";
export type { Users } from "./resources/users.js";
export { Secret } from "./secret.js";
export type { CreateOptions } from "./tokens/issue/create-options.js";
export type { IssuedToken } from "./tokens/issue/issued-token.js";
export { leftoversOf } from "./tokens/issue/leftovers.js";
export type {
  LostCall,
  LostCreateCall,
  LostRegenerateCall,
} from "./tokens/issue/lost-call.js";
export type {
  IssueOptions,
  NotFound,
  ReconcileOptions,
  Reconciliation,
  TakenOver,
} from "./tokens/issue/reconciliation.js";
export type { ServiceUserTokens } from "./tokens/service-user-tokens.js";
export { isSameName, newCreatingKey, parseTokenName, type TokenName } from "./tokens/token-name.js";
export { TemporaryToken } from "./tokens/workflows/create-temporary.js";
export type { EnsuredToken, EnsureOptions } from "./tokens/workflows/ensure.js";
export type { Quota } from "./tokens/workflows/quota.js";
export type { ResumedToken } from "./tokens/workflows/resume.js";
export type { Retirement } from "./tokens/workflows/retire-previous.js";
export type { PreviousToken, RotateOptions, Rotation } from "./tokens/workflows/rotate.js";
export type { Step, WorkflowOptions } from "./tokens/workflows/workflow.js";
