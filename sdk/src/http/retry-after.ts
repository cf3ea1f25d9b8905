import { type Headers, header } from "./header.js";

/** No wait is longer, whatever a header says. */
const LONGEST_MS = 24 * 60 * 60_000;
/** As long as a window of the API's rate limit lasts, and a little more. */
export const WINDOW_MS = 62_000;
/** From here on a number of seconds is a point in time since 1970, and not a duration. */
const EPOCH_SECONDS = 1_000_000_000;

/** A number of seconds as milliseconds, or nothing. */
function seconds(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  return Math.min(LONGEST_MS, Number(text) * 1000);
}

/** `x-ratelimit-reset` in milliseconds: seconds, which some servers count from 1970. */
export function reset(headers: Headers): number | undefined {
  const text = header(headers, "x-ratelimit-reset");
  const wait = seconds(text);
  if (wait === undefined || Number(text) < EPOCH_SECONDS) return wait;
  const now = Date.parse(header(headers, "date") ?? "");
  return Math.max(0, Math.min(WINDOW_MS, Number(text) * 1000 - (Number.isNaN(now) ? 0 : now)));
}

/** `Retry-After` in milliseconds: seconds, or a date that is held against the response's own. */
function retryAfterHeader(headers: Headers): number | undefined {
  const text = header(headers, "retry-after");
  const waited = seconds(text);
  if (waited !== undefined || text === undefined) return waited;
  const until = Date.parse(text);
  const now = Date.parse(header(headers, "date") ?? "");
  return Number.isNaN(until) || Number.isNaN(now)
    ? undefined
    : Math.min(LONGEST_MS, Math.max(0, until - now));
}

/**
 * How long the API asks to wait, in milliseconds: `Retry-After` (429 and 503), else `x-ratelimit-reset` (429, in
 * seconds), else nothing.
 */
export function retryAfter(status: number, headers: Headers): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const asked = retryAfterHeader(headers);
  if (asked !== undefined || status === 503) return asked;
  return reset(headers);
}
