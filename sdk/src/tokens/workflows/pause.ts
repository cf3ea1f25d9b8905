import type { ServiceUserToken } from "../../contract/models.js";
import { TokenNotActiveError } from "../../errors/token-not-active-error.js";
import { refuseOwnCredential } from "./own-credential.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

/** Stops a token, unless it is stopped already. */
export async function pause(
  context: WorkflowContext,
  id: string,
  options: WorkflowOptions,
): Promise<ServiceUserToken> {
  const { limits, onStep } = workflowOptions(options);
  const token = await context.operations.get(id, limits);
  if (token.status === "SERVICE_USER_TOKEN_STATUS_REVOKED") return token;
  await refuseOwnCredential(context, token, "Pausing", limits);
  await onStep("revoke", token.name, id);
  try {
    return await context.operations.revoke(id, limits);
  } catch (error) {
    if (!(error instanceof TokenNotActiveError)) throw error;
    return context.operations.get(id, limits);
  }
}
