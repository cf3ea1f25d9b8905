import type { ServiceUserToken } from "../../contract/models.js";
import { IncompleteWorkflowError } from "../../errors/incomplete-workflow-error.js";
import { UnauthorizedError } from "../../errors/unauthorized-error.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { IssuedToken } from "../issue/issued-token.js";
import type { WorkflowContext } from "./workflow.js";

/** Waits in milliseconds before a secret that is refused is tried again: it may take a moment to be known everywhere. */
const WAITS = [500, 2000];

/**
 * Makes one call with a new secret and holds its owner against the token. Counts as a use of the token.
 *
 * @throws IncompleteWorkflowError with the secret in it.
 */
export async function verify(
  context: WorkflowContext,
  issued: IssuedToken<ServiceUserToken>,
  limits: RequestOptions,
): Promise<void> {
  const { token, secret } = issued;
  for (let attempt = 0; ; attempt++) {
    try {
      const { user_id } = await context.ownerOf(secret, limits);
      if (user_id === token.service_user_id) return;
      throw new IncompleteWorkflowError(
        "verify",
        token,
        secret,
        "the secret belongs to another service user",
      );
    } catch (error) {
      if (error instanceof IncompleteWorkflowError) throw error;
      const wait = WAITS[attempt];
      if (!(error instanceof UnauthorizedError) || wait === undefined || limits.signal?.aborted) {
        const why = error instanceof Error ? error.message : "unknown failure";
        throw new IncompleteWorkflowError("verify", token, secret, why, error);
      }
      await context.sleep(wait, limits);
    }
  }
}
