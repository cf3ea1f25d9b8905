import type { Instant } from "../clock.js";
import type { Caller } from "../domain/caller.js";
import { hashSecret } from "../domain/entropy.js";
import type { Organization } from "../domain/organization.js";
import * as serviceUserToken from "../domain/service-user-token.js";
import type { Credential, Store } from "../domain/store.js";
import * as userToken from "../domain/user-token.js";
import { unauthenticated } from "../errors.js";

/**
 * The caller behind an `authorization` header. The call restarts the idle time of the token that made it.
 *
 * Throws 401 without a credential, and for one that is unknown, revoked or expired, whichever it is.
 */
export function authenticate(header: string | undefined, store: Store, now: Instant): Caller {
  const [, secret] = /^bearer +(\S+) *$/i.exec(header ?? "") ?? [];
  if (secret === undefined) {
    throw unauthenticated("the request has no API token: send it as `authorization: Bearer scapi_…`");
  }
  const credential = store.credential(hashSecret(secret));
  const organization = credential && store.organizations.get(credential.organizationId);
  const caller = credential && organization && callerOf(credential, organization, store, now);
  if (caller === undefined) throw unauthenticated("the API token is not valid");
  return caller;
}

function callerOf(
  credential: Credential,
  organization: Organization,
  store: Store,
  now: Instant,
): Caller | undefined {
  switch (credential.kind) {
    case "service_user_token": {
      const found = organization.serviceUserTokens.get(credential.id);
      if (found === undefined || serviceUserToken.stateOf(found, now) !== "active") return undefined;
      const token = serviceUserToken.used(found, now);
      if (token !== found) store.putServiceUserToken(organization, token);
      return { kind: "service_user", organization, token };
    }
    case "user_token": {
      const found = organization.userTokens.get(credential.id);
      if (found === undefined || userToken.stateOf(found, now) !== "active") return undefined;
      const token = userToken.used(found, now);
      if (token !== found) store.putUserToken(organization, token);
      return personOf(organization, token.userId);
    }
    case "bootstrap":
      return personOf(organization, credential.userId);
  }
}

function personOf(organization: Organization, userId: string): Caller | undefined {
  const user = organization.users.get(userId);
  return user === undefined || user.deactivatedAt !== null
    ? undefined
    : { kind: "person", organization, user };
}
