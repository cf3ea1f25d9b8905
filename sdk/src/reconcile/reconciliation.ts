import type { RequestOptions } from "../options/request-options.js";
import type { Secret } from "../secret.js";

/** The lost call had been carried out; the token now has a new secret, which is here. */
export interface TakenOver<Token> {
  /** Tells the two outcomes apart. */
  readonly outcome: "taken_over";
  /** The token. */
  readonly token: Token;
  /** Its new secret. */
  readonly secret: Secret;
}

/** The lost call had not been carried out; it is safe to try again. */
export interface NotCarriedOut {
  /** Tells the two outcomes apart. */
  readonly outcome: "not_carried_out";
}

/** What became of a create or regenerate whose answer was lost. */
export type Reconciliation<Token> = TakenOver<Token> | NotCarriedOut;

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
