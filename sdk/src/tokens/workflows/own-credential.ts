import type { ServiceUserToken } from "../../contract/models.js";
import { OwnCredentialError } from "../../errors/own-credential-error.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { WorkflowContext } from "./workflow.js";

/** Whether the client itself uses the token. */
export async function isOwnCredential(
  context: WorkflowContext,
  token: Pick<ServiceUserToken, "service_user_id">,
  limits: RequestOptions,
): Promise<boolean> {
  return (await context.caller(limits)).user_id === token.service_user_id;
}

/**
 * Refuses to stop the token that the client itself uses: the next call would fail, and the workflow with it.
 *
 * @throws OwnCredentialError
 */
export async function refuseOwnCredential(
  context: WorkflowContext,
  token: ServiceUserToken,
  what: string,
  limits: RequestOptions,
): Promise<void> {
  if (await isOwnCredential(context, token, limits)) throw new OwnCredentialError(token.id, what);
}
