import type { RawResponse } from "./exchange.js";
import { header } from "./header.js";
import type { RateLimitHeaders } from "./pacer.js";
import { retryAfter, seconds } from "./retry-after.js";

/** What the headers of a response say of the rate limit. The API may leave them out. */
export function rateLimitHeaders({ status, headers }: RawResponse): RateLimitHeaders {
  const limit = Number(header(headers, "x-ratelimit-limit"));
  const spent = header(headers, "x-ratelimit-remaining") === "0";
  return {
    limit: Number.isInteger(limit) && limit > 0 ? limit : undefined,
    pauseMs: spent ? seconds(header(headers, "x-ratelimit-reset")) : retryAfter(status, headers),
  };
}
