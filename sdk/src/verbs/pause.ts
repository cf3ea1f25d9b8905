import type { ServiceUserToken } from "../contract/models.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import { refuseOwnCredential } from "./own-credential.js";
import { announced, type SequenceContext, type SequenceOptions } from "./sequence.js";

/** Stops a token, unless it is stopped already. */
export async function pause(
  context: SequenceContext,
  id: string,
  options: SequenceOptions,
): Promise<ServiceUserToken> {
  const { limits, announce } = announced(options);
  const token = await context.operations.get(id, limits);
  if (token.status === "SERVICE_USER_TOKEN_STATUS_REVOKED") return token;
  await refuseOwnCredential(context, token, "Pausing", limits);
  await announce("revoke", token.name, id);
  try {
    return await context.operations.revoke(id, limits);
  } catch (error) {
    if (!(error instanceof TokenNotActiveError)) throw error;
    return context.operations.get(id, limits);
  }
}
