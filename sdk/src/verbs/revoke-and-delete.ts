import type { ServiceUserToken } from "../contract/models.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import { refuseOwnCredential } from "./own-credential.js";
import { announced, type SequenceContext, type SequenceOptions } from "./sequence.js";

async function unlessGone<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** Takes a token out of the world, from whatever state it is in. The caller has made sure that it may. */
export async function remove(
  context: SequenceContext,
  token: Pick<ServiceUserToken, "id" | "name" | "status">,
  options: SequenceOptions,
): Promise<void> {
  const { limits, announce } = announced(options);
  await unlessGone(async () => {
    if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") {
      await announce("revoke", token.name, token.id);
      try {
        await context.operations.revoke(token.id, limits);
      } catch (error) {
        if (!(error instanceof TokenNotActiveError)) throw error;
      }
    }
    await announce("delete", token.name, token.id);
    await context.operations.delete(token.id, limits);
  });
}

/** Revokes and deletes a token; does nothing when it is gone. */
export async function revokeAndDelete(
  context: SequenceContext,
  id: string,
  options: SequenceOptions,
): Promise<void> {
  const { limits } = announced(options);
  const token = await unlessGone(() => context.operations.get(id, limits));
  if (token === undefined) return;
  await refuseOwnCredential(context, token, "Deleting", limits);
  await remove(context, token, options);
}
