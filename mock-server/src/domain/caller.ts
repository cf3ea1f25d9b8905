import type { Organization } from "./organization.js";
import type { ServiceUserToken, User } from "./records.js";

/** Who makes a call. */
export type Caller = ServiceUserCaller | PersonCaller;

/** A service user, with the token that made the call. */
export interface ServiceUserCaller {
  readonly kind: "service_user";
  readonly organization: Organization;
  readonly token: ServiceUserToken;
}

/** A person, with one of their own tokens or a bootstrap credential. */
export interface PersonCaller {
  readonly kind: "person";
  readonly organization: Organization;
  readonly user: User;
}

/** The id of the user, a person or a service user, that makes the call. */
export function userIdOf(caller: Caller): string {
  return caller.kind === "person" ? caller.user.id : caller.token.serviceUserId;
}

/** The name under which the activity log has the caller. */
export function nameOf(caller: Caller): string {
  return caller.kind === "person" ? fullName(caller.user) : caller.token.name;
}

/** First and last name of a person. */
export function fullName(user: User): string {
  return `${user.firstname} ${user.lastname}`.trim();
}

/** What the caller may do: a service user's own permissions, or those of the person. */
export function permissionsOf(caller: Caller): readonly string[] {
  return caller.kind === "person" ? caller.user.permissions : caller.token.permissions;
}
