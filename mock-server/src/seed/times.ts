import { ClockError, type Instant, parseInstant } from "../clock.js";
import { SeedError } from "./seed-error.js";

const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

/** When a token was made and last used, as a seed says it or as it must have been. */
export interface TokenTimes {
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

interface SeedTimes {
  readonly status?: "active" | "revoked" | "expired";
  readonly created_at?: string;
  readonly last_used_at?: string;
}

/** The times of a token of a seed. Without any, it was just made, or is just expired. */
export function timesOf(seed: SeedTimes, days: number, place: string, now: Instant): TokenTimes {
  const lastUsedAt =
    seed.last_used_at === undefined ? null : momentOf(seed.last_used_at, `${place}.last_used_at`, now);
  const createdAt =
    seed.created_at === undefined
      ? (lastUsedAt ?? (seed.status === "expired" ? now - days * units.d : now))
      : momentOf(seed.created_at, `${place}.created_at`, now);
  if (lastUsedAt !== null && lastUsedAt < createdAt) {
    throw SeedError.at(`${place}.last_used_at`, "it lies before created_at");
  }
  return { createdAt, lastUsedAt };
}

/** Throws when the state that the seed names is not the one that follows from its times. */
export function checkState(named: SeedTimes["status"], actual: string, place: string): void {
  if (named === undefined || named === actual) return;
  throw SeedError.at(`${place}.status`, `it says ${named}, but with these times the token is ${actual}`);
}

function momentOf(text: string, place: string, now: Instant): Instant {
  const moment = relative(text, now) ?? absolute(text, place);
  if (moment > now) throw SeedError.at(place, `${text} lies ahead of the clock`);
  if (moment < 0) throw SeedError.at(place, `${text} lies before the year 1970`);
  return moment;
}

function relative(text: string, now: Instant): Instant | undefined {
  const [, amount, unit] = /^-(\d+)([dhms])$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return now - Number(amount) * (unit === "d" || unit === "h" || unit === "m" ? units[unit] : units.s);
}

function absolute(text: string, place: string): Instant {
  try {
    return parseInstant(text);
  } catch (error) {
    if (error instanceof ClockError) throw SeedError.at(place, error.message);
    throw error;
  }
}
