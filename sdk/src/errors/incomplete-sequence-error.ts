import type { ServiceUserToken } from "../contract/models.js";
import type { Secret } from "../secret.js";
import { SafetyCultureError } from "./safety-culture-error.js";

/** What was left to do when a sequence failed after a secret was issued. */
export type UnfinishedStep = "verify" | "update";

/**
 * A sequence issued a new secret, and a later step failed. Nothing is lost: the secret is here, and running the sequence
 * again goes on from where it is.
 */
export class IncompleteSequenceError extends SafetyCultureError {
  override readonly name = "IncompleteSequenceError";
  readonly code = "SEQUENCE_INCOMPLETE";
  /** The step that failed. */
  readonly step: UnfinishedStep;
  /** The token that has the new secret. */
  readonly token: ServiceUserToken;
  /** The new secret. */
  readonly secret: Secret;

  /** @param why - What failed. */
  constructor(step: UnfinishedStep, token: ServiceUserToken, secret: Secret, why: string, cause?: unknown) {
    super(
      `Token ${token.id} has a new secret, but the step "${step}" failed: ${why}. Take error.secret, then try the step again.`,
      cause === undefined ? undefined : { cause },
    );
    this.step = step;
    this.token = token;
    this.secret = secret;
  }
}
