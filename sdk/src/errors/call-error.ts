import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * What is known of a call that failed.
 *
 * @example
 * ```ts
 * import type { CallFacts } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ method, path, requestId }: CallFacts) => `${method} ${path} (${requestId})`;
 * ```
 */
export interface CallFacts {
  /** What it was to do, from the contract: "Create a service user token". */
  readonly summary: string;
  /** Operation of the contract. */
  readonly operationId: string;
  /** HTTP method. */
  readonly method: string;
  /** Path template, never the path itself. */
  readonly path: string;
  /** How often it was sent, or would have been. */
  readonly attempts: number;
  /** Id of the request, as the API or else the client gave it. */
  readonly requestId: string;
  /** Whether the API may have done what was asked, although the call failed. */
  readonly mayHaveHappened: boolean;
}

/**
 * A call that failed.
 *
 * @example
 * ```ts
 * import { CallError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (error instanceof CallError) console.error(error.operationId, error.attempts, error.requestId);
 * }
 * ```
 */
export abstract class CallError extends SafetyCultureError {
  /** What the call was to do: "Create a service user token". */
  readonly summary: string;
  /** Operation of the contract, such as `ServiceUserTokensService_CreateServiceUserToken`. */
  readonly operationId: string;
  /** HTTP method. */
  readonly method: string;
  /** Path template, such as `/identity/v1/service_user_tokens/{id}`; never the path itself. */
  readonly path: string;
  /** How often the call was tried. */
  readonly attempts: number;
  /** Id of the request, as the API or else the client gave it. */
  readonly requestId: string;
  /**
   * Whether the API may have done what was asked, although the call failed: it was sent at least once and no answer
   * ruled it out.
   */
  readonly mayHaveHappened: boolean;

  /** @param facts - The call. @param why - What went wrong. @param next - What to do. @param cause - What caused it. */
  protected constructor(facts: CallFacts, why: string, next: string, cause?: unknown) {
    const tries = facts.attempts > 1 ? `, ${facts.attempts} attempts` : "";
    super(
      `${facts.summary}: ${why}. ${next} [${facts.method} ${facts.path}${tries}, request ${facts.requestId}]`,
      cause === undefined ? undefined : { cause },
    );
    this.summary = facts.summary;
    this.operationId = facts.operationId;
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    this.requestId = facts.requestId;
    this.mayHaveHappened = facts.mayHaveHappened;
  }
}
