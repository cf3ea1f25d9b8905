import type { ServiceUserToken } from "../../contract/models.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { TokenNotActiveError } from "../../errors/token-not-active-error.js";
import { refuseOwnCredential } from "./own-credential.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

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
  context: WorkflowContext,
  token: Pick<ServiceUserToken, "id" | "name" | "status">,
  options: WorkflowOptions,
): Promise<void> {
  const { limits, onStep } = workflowOptions(options);
  await unlessGone(async () => {
    if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") {
      await onStep("revoke", token.name, token.id);
      try {
        await context.operations.revoke(token.id, limits);
      } catch (error) {
        if (!(error instanceof TokenNotActiveError)) throw error;
      }
    }
    await onStep("delete", token.name, token.id);
    await context.operations.delete(token.id, limits);
  });
}

/** Revokes and deletes a token; does nothing when it is gone. */
export async function revokeAndDelete(
  context: WorkflowContext,
  id: string,
  options: WorkflowOptions,
): Promise<void> {
  const { limits } = workflowOptions(options);
  const token = await unlessGone(() => context.operations.get(id, limits));
  if (token === undefined) return;
  await refuseOwnCredential(context, token, "Deleting", limits);
  await remove(context, token, options);
}
