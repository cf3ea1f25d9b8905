import type { ServiceUserToken } from "../../contract/models.js";
import type { IssueOptions } from "./reconciliation.js";

/**
 * Options of a create of a service user token. The deadline (`deadlineMs`) is that of the whole, reconcile and rename included.
 *
 * @example
 * ```ts
 * import { type CreateOptions, newCreatingKey, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: CreateOptions = { creating: newCreatingKey(), onUnknownOutcome: "reconcile" };
 * const request = { name: "power-bi", permissions: ["inspections.view"] };
 * await new SafetyCultureClient().serviceUserTokens.create(request, options);
 * ```
 */
export interface CreateOptions extends IssueOptions {
  /**
   * Key under which the token is created (see {@link TokenName}). Kept somewhere before the call, it finds the token again in
   * another process: a token that has it already is taken over.
   * @defaultValue a new random key
   */
  readonly creating?: string | undefined;
  /**
   * What to do with unused tokens that killed creates of this name left behind: `remove` them, or `leave` them.
   * @defaultValue "remove"
   */
  readonly leftovers?: "remove" | "leave" | undefined;
  /** Tokens that were listed just now, to look for leftovers in. @defaultValue a list is read */
  readonly listed?: readonly ServiceUserToken[] | undefined;
  /** Ids of tokens that belong to somebody whatever their name says. @defaultValue none */
  readonly owned?: ReadonlySet<string> | undefined;
  /**
   * What to do when the token has its secret, but could not be given its name until the deadline: `throw` an
   * {@link IncompleteWorkflowError} that carries both, or `return` the token under the name that it has.
   * @defaultValue "throw"
   */
  readonly whenNotRenamed?: "throw" | "return" | undefined;
}
