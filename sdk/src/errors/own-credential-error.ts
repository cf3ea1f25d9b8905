import { SafetyCultureError } from "./safety-culture-error.js";

/** The call would have stopped the very token that the client uses. Nothing was sent. */
export class OwnCredentialError extends SafetyCultureError {
  override readonly name = "OwnCredentialError";
  readonly code = "OWN_CREDENTIAL";
  /** Id of the token. */
  readonly tokenId: string;

  constructor(tokenId: string, what: string) {
    super(
      `${what} would stop token ${tokenId}, which this client itself uses. ` +
        "Use another API token for it, or rotate with strategy overlap.",
    );
    this.tokenId = tokenId;
  }
}
