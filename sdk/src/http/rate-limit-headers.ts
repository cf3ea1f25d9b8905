import type { RawResponse } from "./exchange.js";
import { header } from "./header.js";
import type { RateLimitHeaders } from "./pacer.js";
import { reset, retryAfter, WINDOW_MS } from "./retry-after.js";

/** What the headers of a response say of the rate limit. The API may leave them out. */
export function rateLimitHeaders({ status, headers }: RawResponse): RateLimitHeaders {
  const limit = Number(header(headers, "x-ratelimit-limit"));
  const spent = header(headers, "x-ratelimit-remaining") === "0";
  const pauseMs = spent ? reset(headers) : retryAfter(status, headers);
  return {
    limit: Number.isInteger(limit) && limit > 0 ? limit : undefined,
    // What one response asks for holds other calls back no longer than a window, in case it was misread.
    pauseMs: pauseMs === undefined ? undefined : Math.min(WINDOW_MS, pauseMs),
  };
}
