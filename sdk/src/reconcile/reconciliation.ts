import type { RequestOptions } from "../options/request-options.js";
import type { Secret } from "../secret.js";

/** What became of a create or regenerate whose answer was lost. */
export type Reconciliation<Token> =
  /** It had been carried out; the token now has a new secret, which is here. */
  | { readonly outcome: "taken_over"; readonly token: Token; readonly secret: Secret }
  /** It had not been carried out; it is safe to try again. */
  | { readonly outcome: "not_carried_out" };

/** Options of a reconcile. */
export interface ReconcileOptions extends RequestOptions {
  /**
   * Milliseconds after which a list without the token is read a second time, before it is believed: the API may still be
   * carrying the call out.
   * @defaultValue 2000
   */
  readonly settleMs?: number | undefined;
}

/** Options of a call that issues a secret. */
export interface IssueOptions extends RequestOptions {
  /**
   * What to do when the answer was lost: `throw` an {@link OutcomeUnknownError}, or `reconcile` at once and go on with the
   * token that is found, or with another try when there is none.
   * @defaultValue "throw"
   */
  readonly lostAnswer?: "throw" | "reconcile" | undefined;
}
