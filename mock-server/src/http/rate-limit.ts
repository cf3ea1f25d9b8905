import type { Instant } from "../clock.js";
import { ApiError, Code } from "../errors.js";

/** Calls in 60 seconds: all of them, and those that write. */
const limits = { read: 800, write: 200 } as const;
const windowTime = 60_000;

type Bucket = keyof typeof limits;

interface Window {
  readonly endsAt: Instant;
  calls: number;
  writes: number;
}

/** The x-ratelimit headers of an answer. */
export type RateLimitHeaders = Readonly<Record<`x-ratelimit-${"limit" | "remaining" | "reset"}`, string>>;

/** Headers of a bucket that holds `remaining` calls more and is full again in so many seconds. */
export function rateLimitHeaders(bucket: Bucket, remaining: number, reset: number): RateLimitHeaders {
  return {
    "x-ratelimit-limit": String(limits[bucket]),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  };
}

const full = {
  read: rateLimitHeaders("read", limits.read, windowTime / 1000),
  write: rateLimitHeaders("write", limits.write, windowTime / 1000),
};

/** The headers of a bucket from which nothing was taken: of a call that counts against none. */
export function fullBucket(bucket: Bucket): RateLimitHeaders {
  return full[bucket];
}

/** 429 in the API's own shape. */
export function rateLimited(headers: RateLimitHeaders): ApiError {
  return new ApiError({
    status: 429,
    code: Code.RESOURCE_EXHAUSTED,
    reason: "RATE_LIMITED",
    message: "Too Many Requests",
    headers,
  });
}

/** Counts the calls of each caller in windows of 60 seconds. A write counts twice: as a call and as a write. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  /** Takes a call from the caller's bucket. Throws 429 when it is empty. */
  take(callerId: string, bucket: Bucket, now: Instant): RateLimitHeaders {
    const window = this.#windowOf(callerId, now);
    const left = Math.min(
      limits.read - window.calls,
      bucket === "write" ? limits.write - window.writes : Number.POSITIVE_INFINITY,
    );
    const reset = Math.ceil((window.endsAt - now) / 1000);
    if (left <= 0) throw rateLimited(rateLimitHeaders(bucket, 0, reset));
    window.calls += 1;
    if (bucket === "write") window.writes += 1;
    return rateLimitHeaders(bucket, left - 1, reset);
  }

  clear(): void {
    this.#windows.clear();
  }

  #windowOf(callerId: string, now: Instant): Window {
    const open = this.#windows.get(callerId);
    if (open !== undefined && now < open.endsAt) return open;
    const window = { endsAt: now + windowTime, calls: 0, writes: 0 };
    this.#windows.set(callerId, window);
    return window;
  }
}
