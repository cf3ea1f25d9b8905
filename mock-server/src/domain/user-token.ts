import type { Instant } from "../clock.js";
import { failedPrecondition } from "../errors.js";
import type { UserToken } from "./records.js";

export type UserTokenState = "active" | "revoked" | "expired";

/** Active tokens that a person may have. */
export const activeUserTokenLimit = 10;

/** Days without use after which a person's token expires. */
export const idleDays = 30;

/** Milliseconds of a day. */
const day = 86_400_000;

/** The moment from which the token no longer works, if nothing uses it before. */
export function expiryOf(token: UserToken): Instant {
  return (token.lastUsedAt ?? token.createdAt) + idleDays * day;
}

/** The token's state at a moment. It expires with its idle time, or with its person. */
export function stateOf(token: UserToken, now: Instant): UserTokenState {
  if (token.revokedAt !== null) return "revoked";
  return token.endedAt !== null || now >= expiryOf(token) ? "expired" : "active";
}

/** Starts the idle time again, since a call was made with the token. */
export function used(token: UserToken, now: Instant): UserToken {
  return token.lastUsedAt === now ? token : { ...token, lastUsedAt: now };
}

/** Stops an active or expired token. */
export function revoked(token: UserToken, now: Instant): UserToken {
  if (token.revokedAt !== null) {
    throw failedPrecondition("TOKEN_NOT_ACTIVE", `the token ${token.id} is revoked already`, {
      id: token.id,
      state: "revoked",
    });
  }
  return { ...token, revokedAt: now };
}

/** Ends an active token, because its person was deactivated. */
export function ended(token: UserToken, now: Instant): UserToken {
  return stateOf(token, now) === "active" ? { ...token, endedAt: now } : token;
}

/** How many of the tokens are active. */
export function activeCount(tokens: Iterable<UserToken>, now: Instant): number {
  let count = 0;
  for (const token of tokens) if (stateOf(token, now) === "active") count += 1;
  return count;
}

/** Throws when one more active token beside these would break the person's limit. */
export function checkLimit(own: Iterable<UserToken>, now: Instant): void {
  const active = activeCount(own, now);
  if (active < activeUserTokenLimit) return;
  throw failedPrecondition(
    "ACTIVE_TOKEN_LIMIT_REACHED",
    `the user has ${active} active user tokens, of ${activeUserTokenLimit} allowed`,
    { limit: String(activeUserTokenLimit), active_count: String(active) },
  );
}
