import type { RequestOptions } from "../../options/request-options.js";
import type { Secret } from "../../secret.js";

/**
 * The lost call had been carried out; the token now has a new secret, which is here.
 *
 * @example
 * ```ts
 * import type { ServiceUserToken, TakenOver } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ token, secret }: TakenOver<ServiceUserToken>) => `${token.id} ${secret.fingerprint()}`;
 * ```
 */
export interface TakenOver<Token> {
  /** Tells the two outcomes apart. */
  readonly outcome: "taken_over";
  /** The token. */
  readonly token: Token;
  /** Its new secret. */
  readonly secret: Secret;
}

/**
 * Nothing shows that the lost call was carried out; it is safe to try again. That is no proof: a token that is created late still has
 * its key in its name, and the next create of that name removes it.
 *
 * @example
 * ```ts
 * import type { NotFound } from "@safetyculture-tokens/sdk";
 *
 * const nothing: NotFound = { outcome: "not_found" };
 * ```
 */
export interface NotFound {
  /** Tells the two outcomes apart. */
  readonly outcome: "not_found";
}

/**
 * What became of a create or regenerate whose response was lost.
 *
 * @example
 * ```ts
 * import type { Reconciliation, ServiceUserToken } from "@safetyculture-tokens/sdk";
 *
 * const mayRepeat = (result: Reconciliation<ServiceUserToken>) => result.outcome === "not_found";
 * ```
 */
export type Reconciliation<Token> = TakenOver<Token> | NotFound;

/**
 * Options of a reconcile.
 *
 * @example
 * ```ts
 * import { type ReconcileOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: ReconcileOptions = { recheckAfterMs: 5000 };
 * const lost = { name: "power-bi", creating: "7Q2M9KX4TB" };
 * await new SafetyCultureClient().serviceUserTokens.reconcile(lost, options);
 * ```
 */
export interface ReconcileOptions extends RequestOptions {
  /**
   * Milliseconds after which a list without the token is read a second time, before it is believed: the API may still be
   * carrying the call out.
   * @defaultValue 2000
   */
  readonly recheckAfterMs?: number | undefined;
}

/**
 * Options of a call that issues a secret.
 *
 * @example
 * ```ts
 * import { type IssueOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: IssueOptions = { onUnknownOutcome: "reconcile" };
 * await new SafetyCultureClient().serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] }, options);
 * ```
 */
export interface IssueOptions extends RequestOptions {
  /**
   * What to do when the response was lost: `throw` an {@link OutcomeUnknownError}, or `reconcile` at once and go on with the
   * token that is found, or with another try when there is none.
   * @defaultValue "throw"
   */
  readonly onUnknownOutcome?: "throw" | "reconcile" | undefined;
}
