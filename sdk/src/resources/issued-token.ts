import type { Secret } from "../secret.js";

/** A token with a secret that was just issued for it. */
export interface IssuedToken<Token> {
  /** The token. */
  readonly token: Token;
  /** Its secret, which the API shows once. */
  readonly secret: Secret;
}
