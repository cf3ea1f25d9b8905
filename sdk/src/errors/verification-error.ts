import type { ServiceUserToken } from "../contract/models.js";
import type { Secret } from "../secret.js";
import { SafetyCultureError } from "./safety-culture-error.js";

/** A new secret was issued, but WhoAmI with it did not answer as the new token's owner. Nothing is lost: see `secret`. */
export class VerificationError extends SafetyCultureError {
  override readonly name = "VerificationError";
  readonly code = "VERIFICATION_FAILED";
  /** The token that has the new secret. */
  readonly token: ServiceUserToken;
  /** The new secret. */
  readonly secret: Secret;

  constructor(token: ServiceUserToken, secret: Secret, why: string, cause?: unknown) {
    super(
      `Token ${token.id} (${token.name}) has a new secret, but a call with it failed: ${why}. ` +
        "The secret is in error.secret; try it again before you retire the previous one.",
      cause === undefined ? undefined : { cause },
    );
    this.token = token;
    this.secret = secret;
  }
}
