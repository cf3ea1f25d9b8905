import type { ServiceUserToken } from "../../contract/models.js";
import type { Secret } from "../../secret.js";
import type { IssuedToken } from "../issue/issued-token.js";
import { regenerateToken } from "../issue/regenerate-token.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

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
  context: WorkflowContext,
  token: ServiceUserToken,
  options: WorkflowOptions,
): Promise<IssuedToken<ServiceUserToken>> {
  const { limits, onStep } = workflowOptions(options);
  if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") {
    await onStep("revoke", token.name, token.id);
    await context.operations.revoke(token.id, limits);
  }
  await onStep("regenerate", token.name, token.id);
  return regenerateToken(context.access, token.id, { ...limits, onUnknownOutcome: "reconcile" });
}

/** Makes a token work again, unless it does. */
export async function resume(
  context: WorkflowContext,
  id: string,
  options: WorkflowOptions,
): Promise<ResumedToken> {
  const token = await context.operations.get(id, workflowOptions(options).limits);
  if (token.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE") return { token, secret: null };
  return reissue(context, token, options);
}
