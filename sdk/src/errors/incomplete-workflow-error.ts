import type { ServiceUserToken } from "../contract/models.js";
import type { Secret } from "../secret.js";
import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * What was left to do when a workflow failed after a secret was issued.
 *
 * @example
 * ```ts
 * import type { UnfinishedStep } from "@safetyculture-tokens/sdk";
 *
 * const advice: Record<UnfinishedStep, string> = { verify: "try the secret", update: "edit it", rename: "rename it" };
 * ```
 */
export type UnfinishedStep = "verify" | "update" | "rename";

/**
 * A workflow issued a new secret, and a later step failed. Nothing is lost: the secret is here, and running the workflow
 * again goes on from where it is.
 *
 * @example
 * ```ts
 * import { IncompleteWorkflowError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.rotate("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", { strategy: "in_place" });
 * } catch (error) {
 *   if (!(error instanceof IncompleteWorkflowError)) throw error;
 *   console.error(error.step, error.token.id, error.secret.fingerprint());
 * }
 * ```
 */
export class IncompleteWorkflowError extends SafetyCultureError {
  override readonly name = "IncompleteWorkflowError";
  readonly code = "WORKFLOW_INCOMPLETE";
  /** The step that failed. */
  readonly step: UnfinishedStep;
  /** The token that has the new secret. */
  readonly token: ServiceUserToken;
  /** The new secret. */
  readonly secret: Secret;
  /** What failed. */
  readonly why: string;

  /** @param why - What failed. */
  constructor(step: UnfinishedStep, token: ServiceUserToken, secret: Secret, why: string, cause?: unknown) {
    super(
      `Token ${token.id} has a new secret, but the step "${step}" failed: ${why}. Take error.secret, then try the step again.`,
      cause === undefined ? undefined : { cause },
    );
    this.step = step;
    this.token = token;
    this.secret = secret;
    this.why = why;
  }
}
