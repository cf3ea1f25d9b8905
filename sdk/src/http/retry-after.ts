import { type Headers, header } from "./header.js";

/** A number of seconds as milliseconds, or nothing. */
export function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : undefined;
}

/** `Retry-After` in milliseconds: seconds, or a date that is held against the response's own. */
function retryAfterHeader(headers: Headers): number | undefined {
  const text = header(headers, "retry-after");
  const waited = seconds(text);
  if (waited !== undefined || text === undefined) return waited;
  const until = Date.parse(text);
  const now = Date.parse(header(headers, "date") ?? "");
  return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}

/**
 * How long the API asks to wait, in milliseconds: `Retry-After` (429 and 503), else `x-ratelimit-reset` (429, in
 * seconds), else nothing.
 */
export function retryAfter(status: number, headers: Headers): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const asked = retryAfterHeader(headers);
  if (asked !== undefined || status === 503) return asked;
  return seconds(header(headers, "x-ratelimit-reset"));
}
