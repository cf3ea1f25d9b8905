import { CallError, type CallInfo } from "./call-error.js";

/**
 * The caller's `signal` stopped the call. The signal's reason is the `cause`.
 *
 * @example
 * ```ts
 * import { AbortError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.list({}, { signal: AbortSignal.timeout(1000) }).all();
 * } catch (error) {
 *   if (!(error instanceof AbortError)) throw error;
 *   console.error(error.mayHaveHappened, error.cause);
 * }
 * ```
 */
export class AbortError extends CallError {
  override readonly name = "AbortError";
  readonly code = "ABORTED";

  constructor(info: CallInfo, reason: unknown) {
    const next = info.mayHaveHappened
      ? "It may have been carried out; repeating it is safe."
      : "Nothing was done.";
    super(info, "stopped by the signal of the caller", next, reason);
  }
}
