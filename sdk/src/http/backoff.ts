const BASE_MS = 250;
const CAP_MS = 20_000;

/**
 * How long to wait before the next attempt, in milliseconds. Full jitter: anything from 0 to 250 ms doubled with each
 * attempt, at most 20 s. When the API asks to wait, that long and then up to 250 ms more, so that clients that were refused
 * together do not come back together.
 *
 * @param attempt - The attempt that failed, from 1.
 * @param random - From 0 to below 1.
 */
export function backoff(attempt: number, askedMs: number | undefined, random: number): number {
  if (askedMs !== undefined) return askedMs + random * BASE_MS;
  return random * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
}
