import type { ReconcileOptions, Reconciliation } from "../tokens/issue/reconciliation.js";
import { CallError, type CallInfo } from "./call-error.js";

/**
 * A create or regenerate was sent and its response was lost: the token may exist with a secret that nobody knows. Such a
 * call is never repeated blindly; {@link OutcomeUnknownError.reconcile} finds out and finishes the job.
 *
 * @example
 * ```ts
 * import { OutcomeUnknownError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof OutcomeUnknownError)) throw error;
 *   const result = await error.reconcile();
 *   if (result.outcome === "taken_over") console.log(result.token.id, result.secret.fingerprint());
 *   else console.log("nothing was created; it is safe to try again");
 * }
 * ```
 */
export class OutcomeUnknownError<Token = unknown> extends CallError {
  override readonly name = "OutcomeUnknownError";
  readonly code = "OUTCOME_UNKNOWN";
  readonly #reconcile: (options?: ReconcileOptions) => Promise<Reconciliation<Token>>;

  /**
   * @param call - The call.
   * @param cause - How its response was lost, or what stopped the latest reconcile.
   */
  constructor(
    call: CallInfo,
    cause: unknown,
    reconcile: (options?: ReconcileOptions) => Promise<Reconciliation<Token>>,
  ) {
    const stopped =
      cause === call || !(cause instanceof Error) ? "" : `; finding out was stopped: ${cause.message}`;
    super(
      { ...call, mayHaveHappened: true },
      `the request was sent and its response was lost, so it may have been carried out${stopped}`,
      "Do not repeat it; await error.reconcile(), which finds out and finishes the job.",
      cause,
    );
    this.#reconcile = reconcile;
  }

  /**
   * Finds out what happened. Exactly one token that fits (that name, made since the call, never used, unknown to this
   * process) is taken over by regenerating it; none means that it is safe to try again.
   *
   * @throws {@link OutcomeUnknownError} again, whatever stopped it (its `cause`): an abort, a refused connection, a closed client,
   * an {@link AmbiguousTokensError} when more than one token fits. It can be reconciled like the first.
   */
  reconcile(options?: ReconcileOptions): Promise<Reconciliation<Token>> {
    return this.#reconcile(options);
  }
}
