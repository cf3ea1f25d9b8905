import type { components } from "./generated/schema.js";
import type { Query, RequestBody } from "./types.js";

type Schemas = components["schemas"];

/** A service user and its one token, as the API shows it. Never holds the secret. */
export type ServiceUserToken = Schemas["ServiceUserToken"];
/** State of a service user token. The API may send values that are not listed; they are kept as they are. */
export type ServiceUserTokenStatus = Schemas["ServiceUserTokenStatus"];
/** What to create: `name`, and optionally `inactivity_expiry_days` (31, 45, 60 or 180) and `permissions`. */
export type CreateServiceUserTokenRequest = RequestBody<"ServiceUserTokensService_CreateServiceUserToken">;
/** What to change of an active token; at least one field. */
export type UpdateServiceUserTokenRequest = RequestBody<"ServiceUserTokensService_UpdateServiceUserToken">;
/** Filter and page size of a list of service user tokens. */
export type ListServiceUserTokensQuery = Query<"ServiceUserTokensService_ListServiceUserTokens">;
/** A person's own token. */
export type UserToken = Schemas["UserToken"];
/** What to create: `name`. */
export type CreateUserTokenRequest = RequestBody<"UserTokensService_CreateUserToken">;
/** Page size of a list of user tokens. */
export type ListUserTokensQuery = Query<"UserTokensService_ListUserTokens">;
/** One entry of the catalogue of permissions. */
export type Permission = Schemas["Permission"];
/** The owner of a credential: a person or a service user. */
export type Caller = Schemas["WhoAmIResponse"];
/** A person of the organization. */
export type User = Schemas["User"];
/** Filter and page size of a list of users. */
export type ListUsersRequest = RequestBody<"UsersService_ListUsers">;
/** A person as SCIM shows it. */
export type ScimUser = Schemas["ScimUser"];
/** Where a SCIM list starts, and how many people a page holds. */
export type ListScimUsersQuery = Query<"UsersService_ListScimUsers">;
/** A session of the web app. */
export type Session = Schemas["CreateSessionResponse"];
/** One event of the activity log. */
export type Activity = Schemas["Activity"];
/** Filters and page size of a list of activities. */
export type ListActivitiesRequest = RequestBody<"ActivityLogService_ListActivities">;
