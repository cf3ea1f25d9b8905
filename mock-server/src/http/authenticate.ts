import type { Instant } from "../clock.js";
import type { Caller } from "../domain/caller.js";
import type { UserToken } from "../domain/records.js";
import * as serviceUserToken from "../domain/service-user-token.js";
import type { Store } from "../domain/store.js";
import * as userToken from "../domain/user-token.js";
import { unauthenticated } from "../errors.js";

/** Who a credential lets in, and the person's own token when it is one. */
export interface Identity {
  readonly caller: Caller;
  readonly userToken?: UserToken;
}

/** The secret in an `authorization` header. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(header ?? "")?.[1];
}

/** Finds whose secret has the hash; nobody's when it is unknown, revoked or expired. No idle time starts again. */
export function identify(secretHash: string, store: Store, now: Instant): Identity | undefined {
  const credential = store.credential(secretHash);
  const organization = credential && store.organizations.get(credential.organizationId);
  if (credential === undefined || organization === undefined) return undefined;
  if (credential.kind === "service_user_token") {
    const token = organization.serviceUserTokens.get(credential.id);
    if (token === undefined || serviceUserToken.stateOf(token, now) !== "active") return undefined;
    return { caller: { kind: "service_user", organization, token } };
  }
  const own = credential.kind === "user_token" ? organization.userTokens.get(credential.id) : undefined;
  if (credential.kind === "user_token" && (own === undefined || userToken.stateOf(own, now) !== "active")) {
    return undefined;
  }
  const user = organization.users.get(
    credential.kind === "user_token" ? (own?.userId ?? "") : credential.userId,
  );
  if (user === undefined || user.deactivatedAt !== null) return undefined;
  return { caller: { kind: "person", organization, user }, ...(own === undefined ? {} : { userToken: own }) };
}

/**
 * The caller behind the hash of a secret. The call restarts the idle time of the token that made it.
 *
 * Throws 401 without a secret, and for one that is unknown, revoked or expired: which of these is not told.
 */
export function authenticate(secretHash: string | undefined, store: Store, now: Instant): Caller {
  if (secretHash === undefined) {
    throw unauthenticated("the request has no API token: send it as `authorization: Bearer` and the token");
  }
  const identity = identify(secretHash, store, now);
  if (identity === undefined) throw unauthenticated("the API token is not valid");
  const { caller, userToken: own } = identity;
  if (own !== undefined) store.putUserToken(caller.organization, userToken.used(own, now));
  if (caller.kind === "person") return caller;
  const token = serviceUserToken.used(caller.token, now);
  store.putServiceUserToken(caller.organization, token);
  return { ...caller, token };
}
