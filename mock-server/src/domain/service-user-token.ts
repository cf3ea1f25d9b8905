import type { Instant } from "../clock.js";
import { failedPrecondition } from "../errors.js";
import type { Assumptions } from "./assumptions.js";
import type { InactivityDays, ServiceUserToken } from "./records.js";

export type ServiceUserTokenState = "active" | "revoked" | "expired";

/** Active tokens that an organization may have. */
export const activeServiceUserTokenLimit = 20;

/** Milliseconds of a day. */
const day = 86_400_000;

/** The moment from which the token no longer works, if nothing uses it before. */
export function expiryOf(token: ServiceUserToken): Instant {
  return (token.lastUsedAt ?? token.secretIssuedAt) + token.inactivityDays * day;
}

/** The token's state at a moment: it is expired from its expiry on, to the second. */
export function stateOf(token: ServiceUserToken, now: Instant): ServiceUserTokenState {
  if (token.revokedAt !== null) return "revoked";
  return now >= expiryOf(token) ? "expired" : "active";
}

/** What an edit may change. */
export interface ServiceUserTokenChange {
  readonly name?: string;
  readonly inactivityDays?: InactivityDays;
  readonly permissions?: readonly string[];
}

/** Starts the idle time again, since a call was made with the token. */
export function used(token: ServiceUserToken, now: Instant): ServiceUserToken {
  return token.lastUsedAt === now ? token : { ...token, lastUsedAt: now };
}

/** Edits an active token. The idle time goes on: only its length may change. */
export function edited(
  token: ServiceUserToken,
  change: ServiceUserTokenChange,
  now: Instant,
): ServiceUserToken {
  const state = stateOf(token, now);
  if (state !== "active") {
    throw failedPrecondition(
      "TOKEN_NOT_ACTIVE",
      `the token ${token.id} is ${state}; only an active one can be edited`,
      {
        id: token.id,
        state,
      },
    );
  }
  return { ...token, ...change, updatedAt: now };
}

/** Stops an active or expired token. */
export function revoked(token: ServiceUserToken, now: Instant): ServiceUserToken {
  if (token.revokedAt !== null) {
    throw failedPrecondition("TOKEN_NOT_ACTIVE", `the token ${token.id} is revoked already`, {
      id: token.id,
      state: "revoked",
    });
  }
  return { ...token, revokedAt: now, updatedAt: now };
}

/** Gives a revoked token a new secret, which makes it active again. */
export function regenerated(
  token: ServiceUserToken,
  secretHash: string,
  now: Instant,
  assumptions: Assumptions,
): ServiceUserToken {
  const state = stateOf(token, now);
  if (state !== "revoked" && !(state === "expired" && assumptions.regenerateExpired)) {
    throw notRevoked(token, state, "regenerated");
  }
  return { ...token, secretHash, revokedAt: null, lastUsedAt: null, secretIssuedAt: now, updatedAt: now };
}

/** Throws unless the token is revoked, as it must be to be deleted. */
export function checkDeletable(token: ServiceUserToken, now: Instant): void {
  const state = stateOf(token, now);
  if (state !== "revoked") throw notRevoked(token, state, "deleted");
}

function notRevoked(token: ServiceUserToken, state: ServiceUserTokenState, deed: string) {
  return failedPrecondition(
    "TOKEN_NOT_REVOKED",
    `the token ${token.id} is ${state}; only a revoked one can be ${deed}: revoke it first`,
    { id: token.id, state },
  );
}

/** How many of the tokens are active. */
export function activeCount(tokens: Iterable<ServiceUserToken>, now: Instant): number {
  let count = 0;
  for (const token of tokens) if (stateOf(token, now) === "active") count += 1;
  return count;
}

/** Throws when one more active token beside these would break the organization's limit. */
export function checkLimit(
  others: readonly ServiceUserToken[],
  now: Instant,
  assumptions: Assumptions,
): void {
  const counted = assumptions.revokedCount ? others.length : activeCount(others, now);
  if (counted < activeServiceUserTokenLimit) return;
  const kind = assumptions.revokedCount ? "" : "active ";
  throw failedPrecondition(
    "ACTIVE_TOKEN_LIMIT_REACHED",
    `the organization has ${counted} ${kind}service user tokens, of ${activeServiceUserTokenLimit} allowed`,
    { limit: String(activeServiceUserTokenLimit), active_count: String(counted) },
  );
}
