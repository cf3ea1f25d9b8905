import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * The call would have stopped the very token that the client uses. Nothing was sent.
 *
 * @example
 * ```ts
 * import { OwnCredentialError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.pause("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
 * } catch (error) {
 *   if (!(error instanceof OwnCredentialError)) throw error;
 *   console.error(error.tokenId);
 * }
 * ```
 */
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
