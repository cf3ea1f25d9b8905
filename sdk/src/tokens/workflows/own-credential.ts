import type { ServiceUserToken } from "../../contract/models.js";
import { OwnCredentialError } from "../../errors/own-credential-error.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { WorkflowContext } from "./workflow.js";

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
  const { user_id } = await context.caller(limits);
  if (user_id === token.service_user_id) throw new OwnCredentialError(token.id, what);
}
