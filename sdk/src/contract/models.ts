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

/** A service user and its one token, as the API shows it. Never holds the secret. */
export interface ServiceUserToken extends TokenSchema {}

/** State of a service user token. The API may send values that are not listed; they are kept as they are. */
export type ServiceUserTokenStatus = components["schemas"]["ServiceUserTokenStatus"];

/** A service user token to create. What has a default may be left out. */
export interface CreateServiceUserTokenRequest extends CreateTokenBody {}

/** What to change of an active token; at least one field. */
export interface UpdateServiceUserTokenRequest extends UpdateTokenBody {}

/** Filter and page size of a list of service user tokens. */
export interface ListServiceUserTokensQuery extends ListTokensParameters {}

/** A person's own token. */
export interface UserToken extends UserTokenSchema {}

/** A person's own token to create. */
export interface CreateUserTokenRequest extends CreateUserTokenBody {}

/** Page size of a list of user tokens. */
export interface ListUserTokensQuery extends ListUserTokensParameters {}

/** One entry of the catalogue of permissions. */
export interface Permission extends PermissionSchema {}

/** The owner of a credential: a person or a service user. */
export interface Caller extends CallerSchema {}

/** A person of the organization. */
export interface User extends UserSchema {}

/** Filter and page size of a list of users. */
export interface ListUsersRequest extends ListUsersBody {}

/** A person as SCIM shows it. */
export interface ScimUser extends ScimUserSchema {}

/** Where a SCIM list starts, and how many people a page holds. */
export interface ListScimUsersQuery extends ListScimUsersParameters {}

/** A session of the web app. */
export interface Session extends SessionSchema {}

/** One event of the activity log. */
export interface Activity extends ActivitySchema {}

/** Filters and page size of a list of activities. */
export interface ListActivitiesRequest extends ListActivitiesBody {}
