import type { ServiceUserToken } from "../../contract/models.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { formatTime, isBaseOf, isSameName, parseTokenName, shortId } from "../token-name.js";
import { isOwnCredential } from "./own-credential.js";
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
  /** Tokens whose time has not come, that have no active successor, or that the client itself uses. */
  readonly waiting: readonly PreviousToken[];
}

interface Outgoing {
  readonly token: ServiceUserToken;
  readonly retireAfter: number;
  /** Whether another token has taken its place. */
  readonly replaced: boolean;
}

/** The outgoing predecessors of a name. One is replaced when the very token that its name tells of is active. */
async function byName(context: WorkflowContext, name: string, options: WorkflowOptions): Promise<Outgoing[]> {
  const { items } = await context.operations.list({}, workflowOptions(options).limits).all();
  return items.flatMap((token) => {
    const parsed = parseTokenName(token.name);
    if (parsed.kind !== "retiring" || !isBaseOf(parsed.base, name)) return [];
    const successor = items.find(
      (other) =>
        shortId(other.id) === parsed.replacedBy && other.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE",
    );
    const replaced = successor !== undefined && succeeds(successor, name);
    return [{ token, retireAfter: Date.parse(parsed.retireAfter), replaced }];
  });
}

/** Whether a token carries the name, or carried it until its own successor came. */
function succeeds({ name: given }: ServiceUserToken, name: string): boolean {
  const parsed = parseTokenName(given);
  return isSameName(given, name) || (parsed.kind === "retiring" && isBaseOf(parsed.base, name));
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

/** Revokes and deletes the outgoing tokens whose time has come. */
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
    const due = replaced && retireAfter <= context.now();
    // The client's own token cannot retire itself; another credential will.
    if (due && !(await isOwnCredential(context, token, workflowOptions(options).limits))) {
      await remove(context, token, options);
      retired.push(token.id);
    } else {
      waiting.push({ id: token.id, name: token.name, retireAfter: formatTime(retireAfter) });
    }
  }
  return { retired, waiting };
}
