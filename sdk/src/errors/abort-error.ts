import { CallError, type CallFacts } from "./call-error.js";

/** The caller's `signal` stopped the call. The signal's reason is the `cause`. */
export class AbortError extends CallError {
  override readonly name = "AbortError";
  readonly code = "ABORTED";

  constructor(facts: CallFacts, reason: unknown) {
    const next = facts.mayHaveHappened
      ? "It may have been carried out; repeating it is safe."
      : "Nothing was done.";
    super(facts, "stopped by the signal of the caller", next, reason);
  }
}
