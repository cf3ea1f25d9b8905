import { WINDOW_MS } from "./retry-after.js";

const BASE_MS = 250;
const CAP_MS = 20_000;
/** Of waits for a window whose end is not known. */
const SHORTEST_LIMITED_MS = 1000;

/**
 * How long to wait before the next attempt, in milliseconds. Full jitter: anything from 0 to 250 ms doubled with each
 * attempt, at most 20 s. When the API asks to wait, that long and then up to 250 ms more, so that clients that were refused
 * together do not come back together. When the API has too many calls and does not say how long, the waits of all retries together
 * last as long as its window, each twice as long as the one before.
 *
 * @param attempt - The attempt that failed, from 1.
 * @param random - From 0 to below 1.
 * @param limitedRetries - How many retries there may be in all of a call that the rate limit refused.
 */
export function backoff(
  attempt: number,
  askedMs: number | undefined,
  random: number,
  limitedRetries?: number,
): number {
  if (askedMs !== undefined) return askedMs + random * BASE_MS;
  if (limitedRetries !== undefined) {
    const share = 2 ** (attempt - 1) / (2 ** limitedRetries - 1);
    return Math.max(SHORTEST_LIMITED_MS, WINDOW_MS * share) + random * BASE_MS;
  }
  return random * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
}
