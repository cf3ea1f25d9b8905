import type { components } from "./generated/schema.js";
import type { Query, RequestBody } from "./types.js";

// Interfaces rather than aliases, so that editors, errors and documentation show their names.

type TokenSchema = components["schemas"]["ServiceUserToken"];
type UserTokenSchema = components["schemas"]["UserToken"];
type PermissionSchema = components["schemas"]["Permission"];
type CallerSchema = components["schemas"]["WhoAmIResponse"];
type UserSchema = components["schemas"]["User"];
type ScimUserSchema = components["schemas"]["ScimUser"];
type SessionSchema = components["schemas"]["CreateSessionResponse"];
type ActivitySchema = components["schemas"]["Activity"];
type CreateTokenBody = RequestBody<"ServiceUserTokensService_CreateServiceUserToken">;
type UpdateTokenBody = RequestBody<"ServiceUserTokensService_UpdateServiceUserToken">;
type CreateUserTokenBody = RequestBody<"UserTokensService_CreateUserToken">;
type ListUsersBody = RequestBody<"UsersService_ListUsers">;
type ListActivitiesBody = RequestBody<"ActivityLogService_ListActivities">;
type ListTokensParameters = Query<"ServiceUserTokensService_ListServiceUserTokens">;
type ListUserTokensParameters = Query<"UserTokensService_ListUserTokens">;
type ListScimUsersParameters = Query<"UsersService_ListScimUsers">;

/**
 * A service user and its one token, as the API shows it. Never holds the secret.
 *
 * @example
 * ```ts
 * import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
 *
 * const isIdle = (token: ServiceUserToken) => token.last_used_at === null;
 * ```
 */
export interface ServiceUserToken extends TokenSchema {}

/**
 * State of a service user token. The API may send values that are not listed; they are kept as they are.
 *
 * @example
 * ```ts
 * import type { ServiceUserTokenStatus } from "@safetyculture-tokens/sdk";
 *
 * const active: ServiceUserTokenStatus = "SERVICE_USER_TOKEN_STATUS_ACTIVE";
 * ```
 */
export type ServiceUserTokenStatus = components["schemas"]["ServiceUserTokenStatus"];

/**
 * A service user token to create. What has a default may be left out.
 *
 * @example
 * ```ts
 * import type { CreateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
 *
 * const request: CreateServiceUserTokenRequest = { name: "power-bi", permissions: ["inspections.view"] };
 * ```
 */
export interface CreateServiceUserTokenRequest extends CreateTokenBody {}

/**
 * What to change of an active token; at least one field.
 *
 * @example
 * ```ts
 * import type { UpdateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
 *
 * const request: UpdateServiceUserTokenRequest = { inactivity_expiry_days: 180 };
 * ```
 */
export interface UpdateServiceUserTokenRequest extends UpdateTokenBody {}

/**
 * Filter and page size of a list of service user tokens.
 *
 * @example
 * ```ts
 * import type { ListServiceUserTokensQuery } from "@safetyculture-tokens/sdk";
 *
 * const query: ListServiceUserTokensQuery = { status: "SERVICE_USER_TOKEN_STATUS_REVOKED" };
 * ```
 */
export interface ListServiceUserTokensQuery extends ListTokensParameters {}

/**
 * A person's own token.
 *
 * @example
 * ```ts
 * import type { UserToken } from "@safetyculture-tokens/sdk";
 *
 * const isActive = (token: UserToken) => token.status === "USER_TOKEN_STATUS_ACTIVE";
 * ```
 */
export interface UserToken extends UserTokenSchema {}

/**
 * A person's own token to create.
 *
 * @example
 * ```ts
 * import type { CreateUserTokenRequest } from "@safetyculture-tokens/sdk";
 *
 * const request: CreateUserTokenRequest = { name: "my script" };
 * ```
 */
export interface CreateUserTokenRequest extends CreateUserTokenBody {}

/**
 * Page size of a list of user tokens.
 *
 * @example
 * ```ts
 * import type { ListUserTokensQuery } from "@safetyculture-tokens/sdk";
 *
 * const query: ListUserTokensQuery = { page_size: 10 };
 * ```
 */
export interface ListUserTokensQuery extends ListUserTokensParameters {}

/**
 * One entry of the catalogue of permissions.
 *
 * @example
 * ```ts
 * import type { Permission } from "@safetyculture-tokens/sdk";
 *
 * const label = ({ section, name }: Permission) => `${section}: ${name}`;
 * ```
 */
export interface Permission extends PermissionSchema {}

/**
 * The owner of a credential: a person or a service user.
 *
 * @example
 * ```ts
 * import type { Caller } from "@safetyculture-tokens/sdk";
 *
 * const isServiceUser = (caller: Caller) => caller.seat_type === "SUBSCRIPTION_SEAT_TYPE_SERVICE_USER";
 * ```
 */
export interface Caller extends CallerSchema {}

/**
 * A person of the organization.
 *
 * @example
 * ```ts
 * import type { User } from "@safetyculture-tokens/sdk";
 *
 * const label = (user: User) => `${user.firstname} ${user.lastname} <${user.email}>`;
 * ```
 */
export interface User extends UserSchema {}

/**
 * Filter and page size of a list of users.
 *
 * @example
 * ```ts
 * import type { ListUsersRequest } from "@safetyculture-tokens/sdk";
 *
 * const request: ListUsersRequest = { page_size: 50 };
 * ```
 */
export interface ListUsersRequest extends ListUsersBody {}

/**
 * A person as SCIM shows it.
 *
 * @example
 * ```ts
 * import type { ScimUser } from "@safetyculture-tokens/sdk";
 *
 * const label = (user: ScimUser) => `${user.name.givenName} ${user.name.familyName}`;
 * ```
 */
export interface ScimUser extends ScimUserSchema {}

/**
 * Where a SCIM list starts, and how many people a page holds.
 *
 * @example
 * ```ts
 * import type { ListScimUsersQuery } from "@safetyculture-tokens/sdk";
 *
 * const query: ListScimUsersQuery = { startIndex: 101 };
 * ```
 */
export interface ListScimUsersQuery extends ListScimUsersParameters {}

/**
 * A session of the web app.
 *
 * @example
 * ```ts
 * import type { Session } from "@safetyculture-tokens/sdk";
 *
 * const endsAt = (session: Session) => new Date(session.expires_at);
 * ```
 */
export interface Session extends SessionSchema {}

/**
 * One event of the activity log.
 *
 * @example
 * ```ts
 * import type { Activity } from "@safetyculture-tokens/sdk";
 *
 * const shown = (activity: Activity) => `${activity.occurred_at} ${activity.user_name}: ${activity.type}`;
 * ```
 */
export interface Activity extends ActivitySchema {}

/**
 * Filters and page size of a list of activities.
 *
 * @example
 * ```ts
 * import type { ListActivitiesRequest } from "@safetyculture-tokens/sdk";
 *
 * const request: ListActivitiesRequest = { filters: { event_types: ["service_user_token.created"] } };
 * ```
 */
export interface ListActivitiesRequest extends ListActivitiesBody {}
