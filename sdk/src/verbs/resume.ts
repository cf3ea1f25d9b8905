import type { ServiceUserToken } from "../contract/models.js";
import type { IssuedToken } from "../resources/issued-token.js";
import type { Secret } from "../secret.js";
import { announced, type SequenceContext, type SequenceOptions } from "./sequence.js";

/**
 * A token that works, with its new secret if it had to be given one.
 *
 * @example
 * ```ts
 * import type { ResumedToken } from "@safetyculture-tokens/sdk";
 *
 * const shown = ({ secret }: ResumedToken) => secret?.fingerprint() ?? "was active";
 * ```
 */
export interface ResumedToken {
  /** The token. */
  readonly token: ServiceUserToken;
  /** The new secret; null when the token was active already, with a secret that is not shown again. */
  readonly secret: Secret | null;
}

/** Gives a token a new secret, whatever its state: revokes it first unless it is revoked. */
export async function reissue(
  context: SequenceContext,
  token: ServiceUserToken,
  options: SequenceOptions,
): Promise<IssuedToken<ServiceUserToken>> {
  const { limits, announce } = announced(options);
  if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") {
    await announce("revoke", token.name, token.id);
    await context.operations.revoke(token.id, limits);
  }
  await announce("regenerate", token.name, token.id);
  return context.operations.regenerate(token.id, { ...limits, lostAnswer: "reconcile" });
}

/** Makes a token work again, unless it does. */
export async function resume(
  context: SequenceContext,
  id: string,
  options: SequenceOptions,
): Promise<ResumedToken> {
  const token = await context.operations.get(id, announced(options).limits);
  if (token.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE") return { token, secret: null };
  return reissue(context, token, options);
}
