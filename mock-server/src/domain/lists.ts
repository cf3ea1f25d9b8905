import type { Organization } from "./organization.js";
import type { Activity, ServiceUserToken, User, UserToken } from "./records.js";

/** What the list operations read: the present state, or an older one when a fault says so. */
export interface Lists {
  readonly users: Iterable<User>;
  readonly serviceUserTokens: Iterable<ServiceUserToken>;
  readonly userTokens: Iterable<UserToken>;
  readonly activities: Iterable<Activity>;
}

/** The organization's lists as they are now. */
export function presentLists(organization: Organization): Lists {
  return {
    users: organization.users.values(),
    serviceUserTokens: organization.serviceUserTokens.values(),
    userTokens: organization.userTokens.values(),
    activities: organization.activities,
  };
}

/** A copy of the lists, which later changes leave alone. Records never change, so the copy is a shallow one. */
export function rememberedLists(organization: Organization): Lists {
  const { users, serviceUserTokens, userTokens, activities } = presentLists(organization);
  return {
    users: [...users],
    serviceUserTokens: [...serviceUserTokens],
    userTokens: [...userTokens],
    activities: [...activities],
  };
}
