import type { Secret } from "../../secret.js";

/**
 * A token with a secret that was just issued for it.
 *
 * @example
 * ```ts
 * import type { IssuedToken, ServiceUserToken } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ token, secret }: IssuedToken<ServiceUserToken>) => `${token.name} ${secret.fingerprint()}`;
 * ```
 */
export interface IssuedToken<Token> {
  /** The token. */
  readonly token: Token;
  /** Its secret, which the API shows once. */
  readonly secret: Secret;
}
