import type { Instant } from "../clock.js";
import { fullName } from "./caller.js";
import type { Organization } from "./organization.js";
import type { User } from "./records.js";
import type { Store } from "./store.js";
import { ended } from "./user-token.js";

/** Deactivates a person, which ends their user tokens for good. Service user tokens are not touched. */
export function deactivate(user: User, organization: Organization, store: Store, now: Instant): void {
  if (user.deactivatedAt !== null) return;
  store.putUser(organization, { ...user, deactivatedAt: now });
  for (const token of organization.userTokensOf(user.id)) store.putUserToken(organization, ended(token, now));
  log("user.deactivated", user, organization, store, now);
}

/** Makes a person active again. Tokens that ended with the deactivation stay expired. */
export function reactivate(user: User, organization: Organization, store: Store, now: Instant): void {
  if (user.deactivatedAt === null) return;
  store.putUser(organization, { ...user, deactivatedAt: null });
  log("user.reactivated", user, organization, store, now);
}

function log(type: string, user: User, organization: Organization, store: Store, now: Instant): void {
  organization.log({
    sequence: store.nextSequence(),
    type,
    occurredAt: now,
    userId: user.id,
    userName: fullName(user),
    metadata: {},
  });
}
