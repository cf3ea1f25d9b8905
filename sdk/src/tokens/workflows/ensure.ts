import type {
  CreateServiceUserTokenRequest,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "../../contract/models.js";
import { AmbiguousTokensError } from "../../errors/ambiguous-tokens-error.js";
import { IncompleteWorkflowError } from "../../errors/incomplete-workflow-error.js";
import { ListChangedError } from "../../errors/list-changed-error.js";
import type { Secret } from "../../secret.js";
import { createToken } from "../issue/create-token.js";
import { isSameName } from "../token-name.js";
import { checkCreateRequest } from "./check-create-request.js";
import { type ResumedToken, reissue } from "./resume.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

/**
 * Options of an ensure.
 *
 * @example
 * ```ts
 * import { type EnsureOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: EnsureOptions = { unused: "reissue" };
 * await new SafetyCultureClient().serviceUserTokens.ensure({ name: "power-bi", permissions: ["inspections.view"] }, options);
 * ```
 */
export interface EnsureOptions extends WorkflowOptions {
  /**
   * What to do with an active token that was never used, whose secret may have been lost on the way: `keep` it, or give it a
   * new secret.
   * @defaultValue "keep"
   */
  readonly unused?: "keep" | "reissue" | undefined;
}

/**
 * A token in the wanted state.
 *
 * @example
 * ```ts
 * import type { EnsuredToken } from "@safetyculture-tokens/sdk";
 *
 * const isNew = ({ secret }: EnsuredToken) => secret !== null;
 * ```
 */
export interface EnsuredToken {
  /** The token. */
  readonly token: ServiceUserToken;
  /** The secret if one was issued, else null: the secret of a token that was there already is not shown again. */
  readonly secret: Secret | null;
  /** Whether the token was made, given a new secret, changed, or left as it was. */
  readonly action: "created" | "resumed" | "updated" | "none";
}

/** The token of that name, and all that were listed to find it. */
async function find(
  context: WorkflowContext,
  name: string,
  options: EnsureOptions,
): Promise<{ readonly token: ServiceUserToken | undefined; readonly listed: readonly ServiceUserToken[] }> {
  const { items, complete } = await context.operations.list({}, workflowOptions(options).limits).all();
  const named = items.filter((token) => isSameName(token.name, name));
  if (named.length > 1) {
    throw new AmbiguousTokensError(`the name "${name}"`, named, "Delete or rename those that are not meant.");
  }
  if (named.length === 0 && !complete) throw new ListChangedError();
  return { token: named[0], listed: items };
}

/** What has to change, or nothing. Fields that are not wanted in particular stay as they are. */
function difference(
  token: ServiceUserToken,
  wanted: CreateServiceUserTokenRequest,
): UpdateServiceUserTokenRequest | undefined {
  const { inactivity_expiry_days: days, permissions } = wanted;
  const change: UpdateServiceUserTokenRequest = {
    ...(days !== undefined && days !== token.inactivity_expiry_days && { inactivity_expiry_days: days }),
    ...(permissions !== undefined &&
      [...permissions].sort().join("\n") !== [...token.permissions].sort().join("\n") && { permissions }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

async function update(
  context: WorkflowContext,
  { token, secret }: ResumedToken,
  change: UpdateServiceUserTokenRequest,
  options: EnsureOptions,
): Promise<ServiceUserToken> {
  const { limits, onStep } = workflowOptions(options);
  try {
    // Once a secret was issued, nothing may end the workflow unless it hands the secret over.
    if (secret === null) await onStep("update", token.name, token.id);
    return await context.operations.update(token.id, change, limits);
  } catch (error) {
    if (secret === null) throw error;
    const why = error instanceof Error ? error.message : "unknown failure";
    throw new IncompleteWorkflowError("update", token, secret, why, error);
  }
}

async function bringTo(
  context: WorkflowContext,
  token: ServiceUserToken,
  wanted: CreateServiceUserTokenRequest,
  options: EnsureOptions,
): Promise<EnsuredToken> {
  const active = token.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE";
  const renew = !active || (options.unused === "reissue" && token.last_used_at === null);
  const working: ResumedToken = renew ? await reissue(context, token, options) : { token, secret: null };
  const change = difference(working.token, wanted);
  const action = renew ? "resumed" : change === undefined ? "none" : "updated";
  if (change === undefined) return { ...working, action };
  return { token: await update(context, working, change, options), secret: working.secret, action };
}

/** Makes the token of that name, or brings the one that is there to the wanted state. */
export async function ensure(
  context: WorkflowContext,
  wanted: CreateServiceUserTokenRequest,
  options: EnsureOptions,
): Promise<EnsuredToken> {
  checkCreateRequest(wanted);
  const { limits, onStep } = workflowOptions(options);
  return context.inTurn(wanted.name, async () => {
    const { token, listed } = await find(context, wanted.name, options);
    if (token !== undefined) return bringTo(context, token, wanted, options);
    await onStep("create", wanted.name);
    const issued = await createToken(context.access, wanted, {
      ...limits,
      listed,
      onUnknownOutcome: "reconcile",
    });
    return { ...issued, action: "created" };
  });
}
