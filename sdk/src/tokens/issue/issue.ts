import { CallError } from "../../errors/call-error.js";
import { OutcomeUnknownError } from "../../errors/outcome-unknown-error.js";
import type { IssuedToken } from "./issued-token.js";
import type { ProcessMemory } from "./process-memory.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "./reconciliation.js";

/** Sends and reconciles in a row, at most. */
const STEPS = 8;

/** A create or regenerate. */
export interface Issue<Token> {
  readonly memory: ProcessMemory;
  /** What tells calls for the same token from others in the memory. */
  readonly key: string;
  /** Sends it, and tells the memory of the secret that came back. */
  readonly send: () => Promise<IssuedToken<Token>>;
  readonly reconcile: (options: ReconcileOptions) => Promise<Reconciliation<Token>>;
}

function isLost(error: unknown): error is CallError {
  return error instanceof CallError && !(error instanceof OutcomeUnknownError) && error.mayHaveHappened;
}

function outcomeUnknown<Token>(cause: CallError, issue: Issue<Token>): OutcomeUnknownError<Token> {
  return new OutcomeUnknownError<Token>(cause, async (options = {}) => {
    try {
      return await issue.reconcile(options);
    } catch (error) {
      // A response was lost on the way: the same reconcile goes on from there.
      throw isLost(error) ? outcomeUnknown(error, issue) : error;
    }
  });
}

async function once<Token>(issue: Issue<Token>): Promise<IssuedToken<Token>> {
  try {
    return await issue.memory.during(issue.key, issue.send);
  } catch (error) {
    throw isLost(error) ? outcomeUnknown(error, issue) : error;
  }
}

/**
 * Sends a create or regenerate.
 *
 * @throws OutcomeUnknownError when its response was lost; with `onUnknownOutcome: "reconcile"` only if that cannot be cleared up.
 */
export async function issueSecret<Token>(
  issue: Issue<Token>,
  options: IssueOptions = {},
): Promise<IssuedToken<Token>> {
  const { signal: _, onUnknownOutcome, ...limits } = options;
  let lost: OutcomeUnknownError<Token> | undefined;
  for (let step = 1; ; step++) {
    try {
      if (lost === undefined) return await once(issue);
      // What was begun is finished even when the caller wants to stop; the signal only keeps `once` from beginning again.
      const result = await lost.reconcile(limits);
      if (result.outcome === "taken_over") return { token: result.token, secret: result.secret };
      if (step >= STEPS) throw lost;
      lost = undefined;
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError) || onUnknownOutcome !== "reconcile" || step >= STEPS)
        throw error;
      if (error === lost) throw error;
      lost = error;
    }
  }
}
