import { CallError, type CallInfo } from "./call-error.js";

/**
 * What took too long: one attempt, or the whole call with its waits.
 *
 * @example
 * ```ts
 * import type { TimeoutPhase } from "@safetyculture-tokens/sdk";
 *
 * const option = (phase: TimeoutPhase) => (phase === "attempt" ? "timeoutMs" : "deadlineMs");
 * ```
 */
export type TimeoutPhase = "attempt" | "deadline";

/**
 * An attempt took longer than `timeoutMs`, or the whole call longer than `deadlineMs`.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, TimeoutError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI({ timeoutMs: 1000 });
 * } catch (error) {
 *   if (!(error instanceof TimeoutError)) throw error;
 *   console.error(error.phase, error.limitMs);
 * }
 * ```
 */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
  readonly code = "TIMEOUT";
  /** Which limit was reached. */
  readonly phase: TimeoutPhase;
  /** That limit, in milliseconds. */
  readonly limitMs: number;

  constructor(info: CallInfo, phase: TimeoutPhase, limitMs: number, cause?: unknown) {
    const option = phase === "attempt" ? "timeoutMs" : "deadlineMs";
    super(info, `no response within ${limitMs} ms`, `Try again, or allow more time with ${option}.`, cause);
    this.phase = phase;
    this.limitMs = limitMs;
  }
}
