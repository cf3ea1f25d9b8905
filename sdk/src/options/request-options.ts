/**
 * Options of one call; each overrides the client's.
 *
 * @example
 * ```ts
 * import { type RequestOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: RequestOptions = { signal: AbortSignal.timeout(5000), maxRetries: 0 };
 * await new SafetyCultureClient().users.whoAmI(options);
 * ```
 */
export interface RequestOptions {
  /**
   * Stops the call with an {@link AbortError}. A create or regenerate that is already on the wire is not stopped: it is
   * finished within the deadline, so that its secret is not lost.
   */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for the whole call, waits and retries included. */
  readonly deadlineMs?: number | undefined;
  /** How often to try again after the first attempt. */
  readonly maxRetries?: number | undefined;
}
