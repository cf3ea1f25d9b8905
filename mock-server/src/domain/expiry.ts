import type { Instant } from "../clock.js";
import { fullName } from "./caller.js";
import type { Organization } from "./organization.js";
import * as serviceUserToken from "./service-user-token.js";
import type { Store } from "./store.js";
import * as userToken from "./user-token.js";

/**
 * Logs the tokens that expired since the last time this was asked. Nothing happens at the expiry itself: it is
 * noticed when somebody calls, and logged at the moment at which it was.
 */
export function logExpiries(organization: Organization, store: Store, now: Instant): void {
  const { expiriesSeenAt: before } = organization;
  if (now === before) return;
  organization.expiriesSeenAt = now;
  const isNew = (expiry: Instant) => before < expiry && expiry <= now;
  const events: { at: Instant; log: () => void }[] = [];
  for (const token of organization.serviceUserTokens.values()) {
    const at = serviceUserToken.expiryOf(token);
    if (serviceUserToken.stateOf(token, now) !== "expired" || !isNew(at)) continue;
    const log = () =>
      organization.log({
        sequence: store.nextSequence(),
        type: "service_user_token.expired",
        occurredAt: at,
        userId: token.serviceUserId,
        userName: token.name,
        metadata: { service_user_token_id: token.id, name: token.name },
      });
    events.push({ at, log });
  }
  for (const token of organization.userTokens.values()) {
    const at = userToken.expiryOf(token);
    const user = organization.users.get(token.userId);
    const ended = token.endedAt !== null || userToken.stateOf(token, now) !== "expired";
    if (user === undefined || ended || !isNew(at)) continue;
    const log = () =>
      organization.log({
        sequence: store.nextSequence(),
        type: "user_token.expired",
        occurredAt: at,
        userId: user.id,
        userName: fullName(user),
        metadata: { user_token_id: token.id, name: token.name },
      });
    events.push({ at, log });
  }
  for (const { log } of events.sort((one, other) => one.at - other.at)) log();
}
