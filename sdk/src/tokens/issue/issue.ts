import type { CallInfo } from "../../errors/call-error.js";
import { IncompleteWorkflowError } from "../../errors/incomplete-workflow-error.js";
import { OutcomeUnknownError } from "../../errors/outcome-unknown-error.js";
import { isOutcomeUnknown } from "../../http/outcome.js";
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
  /** Milliseconds that are left for all of it. @defaultValue no limit but that of each call */
  readonly deadline?: () => number;
}

/** Whatever stops a reconcile proves nothing: the outcome of the call stays as unknown as it was. */
function outcomeUnknown<Token>(
  call: CallInfo,
  cause: unknown,
  issue: Issue<Token>,
): OutcomeUnknownError<Token> {
  return new OutcomeUnknownError<Token>(call, cause, async (options = {}) => {
    try {
      return await issue.reconcile(options);
    } catch (error) {
      // A secret that came with the failure is handed on.
      throw error instanceof IncompleteWorkflowError ? error : outcomeUnknown(call, error, issue);
    }
  });
}

async function once<Token>(issue: Issue<Token>): Promise<IssuedToken<Token>> {
  try {
    return await issue.memory.during(issue.key, issue.send);
  } catch (error) {
    throw isOutcomeUnknown(error) ? outcomeUnknown(error, error, issue) : error;
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
      const deadlineMs = issue.deadline?.() ?? limits.deadlineMs;
      const result = await lost.reconcile({ ...limits, deadlineMs });
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
