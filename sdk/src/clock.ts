/**
 * Time and timers, so that programs and tests can put their own in place. The client asks it for waits and for the time
 * that passed; what time it *is* comes from the API's responses.
 *
 * @example
 * ```ts
 * import { type Clock, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * // Waits take no time, for a test.
 * const clock: Clock = {
 *   now: () => Date.now(),
 *   monotonic: () => performance.now(),
 *   schedule: (ms, callback) => {
 *     const timer = setTimeout(callback, ms > 60_000 ? ms : 0);
 *     return () => clearTimeout(timer);
 *   },
 * };
 * const client = new SafetyCultureClient({ clock });
 * ```
 */
export interface Clock {
  /** Milliseconds since 1970. Used only until the first response has told the API's time. */
  now(): number;
  /** Milliseconds that only go forward. */
  monotonic(): number;
  /** Calls `callback` once after `ms` milliseconds and returns how to cancel that. */
  schedule(ms: number, callback: () => void): () => void;
}

/** The clock of the process. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
