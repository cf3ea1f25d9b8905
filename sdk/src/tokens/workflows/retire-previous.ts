import type { ServiceUserToken } from "../../contract/models.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { refuseOwnCredential } from "./own-credential.js";
import { formatTime, parseRetiringName, retiringBase } from "./retiring-name.js";
import { remove } from "./revoke-and-delete.js";
import type { PreviousToken } from "./rotate.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

/**
 * What became of outgoing tokens.
 *
 * @example
 * ```ts
 * import type { Retirement } from "@safetyculture-tokens/sdk";
 *
 * const isDone = ({ waiting }: Retirement) => waiting.length === 0;
 * ```
 */
export interface Retirement {
  /** Ids of the tokens that are gone now. */
  readonly retired: readonly string[];
  /** Tokens whose time has not come, or that have no active successor. */
  readonly waiting: readonly PreviousToken[];
}

interface Outgoing {
  readonly token: ServiceUserToken;
  readonly retireAfter: number;
  /** Whether another token has taken its place. */
  readonly replaced: boolean;
}

async function byName(context: WorkflowContext, name: string, options: WorkflowOptions): Promise<Outgoing[]> {
  const { items } = await context.operations.list({}, workflowOptions(options).limits).all();
  const base = retiringBase(name);
  const replaced = items.some((t) => t.name === name && t.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE");
  return items.flatMap((token) => {
    const retiring = parseRetiringName(token.name);
    return retiring?.base === base ? [{ token, retireAfter: retiring.retireAfter, replaced }] : [];
  });
}

async function byToken(
  context: WorkflowContext,
  { id, retireAfter }: PreviousToken,
  options: WorkflowOptions,
): Promise<Outgoing[]> {
  const moment = Date.parse(retireAfter);
  if (Number.isNaN(moment)) throw new InvalidArgumentError("retireAfter", "must be a time in RFC 3339");
  try {
    const token = await context.operations.get(id, workflowOptions(options).limits);
    return [{ token, retireAfter: moment, replaced: true }];
  } catch (error) {
    if (error instanceof NotFoundError) return [];
    throw error;
  }
}

/** Takes outgoing tokens out of the world whose time has come. */
export async function retirePrevious(
  context: WorkflowContext,
  previous: string | PreviousToken,
  options: WorkflowOptions,
): Promise<Retirement> {
  const named = typeof previous === "string";
  const outgoing = named
    ? await byName(context, previous, options)
    : await byToken(context, previous, options);
  const retired = named || outgoing.length > 0 ? [] : [previous.id];
  const waiting: PreviousToken[] = [];
  for (const { token, retireAfter, replaced } of outgoing) {
    if (replaced && retireAfter <= context.now()) {
      await refuseOwnCredential(context, token, "Retiring", workflowOptions(options).limits);
      await remove(context, token, options);
      retired.push(token.id);
    } else {
      waiting.push({ id: token.id, name: token.name, retireAfter: formatTime(retireAfter) });
    }
  }
  return { retired, waiting };
}
