import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * What is known of a call that failed.
 *
 * @example
 * ```ts
 * import type { CallInfo } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ method, path, requestId }: CallInfo) => `${method} ${path} (${requestId})`;
 * ```
 */
export interface CallInfo {
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
   * Whether the API may have done what was asked, although the call failed: it was sent at least once and no response
   * ruled it out.
   */
  readonly mayHaveHappened: boolean;

  /** @param info - The call. @param why - What went wrong. @param next - What to do. @param cause - What caused it. */
  protected constructor(info: CallInfo, why: string, next: string, cause?: unknown) {
    const tries = info.attempts > 1 ? `, ${info.attempts} attempts` : "";
    super(
      `${info.summary}: ${why}. ${next} [${info.method} ${info.path}${tries}, request ${info.requestId}]`,
      cause === undefined ? undefined : { cause },
    );
    this.summary = info.summary;
    this.operationId = info.operationId;
    this.method = info.method;
    this.path = info.path;
    this.attempts = info.attempts;
    this.requestId = info.requestId;
    this.mayHaveHappened = info.mayHaveHappened;
  }
}
