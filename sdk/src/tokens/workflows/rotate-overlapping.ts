import type { ServiceUserToken } from "../../contract/models.js";
import { AmbiguousTokensError } from "../../errors/ambiguous-tokens-error.js";
import { CallError } from "../../errors/call-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { ListChangedError } from "../../errors/list-changed-error.js";
import type { IssuedToken } from "../issue/issued-token.js";
import { quota } from "./quota.js";
import { reissue } from "./resume.js";
import { formatTime, parseRetiringName, retiringBase, retiringName } from "./retiring-name.js";
import type { RotateOptions, Rotation } from "./rotate.js";
import { type WorkflowContext, workflowOptions } from "./workflow.js";

const HOUR_MS = 3_600_000;

function rotation(
  issued: IssuedToken<ServiceUserToken>,
  outgoing: ServiceUserToken,
  retireAfter: number,
): Rotation {
  return {
    ...issued,
    previous: { id: outgoing.id, name: outgoing.name, retireAfter: formatTime(retireAfter) },
  };
}

/** Makes the new token with what the outgoing one has. */
async function createSuccessor(
  context: WorkflowContext,
  outgoing: ServiceUserToken,
  name: string,
  options: RotateOptions,
): Promise<IssuedToken<ServiceUserToken>> {
  const { limits, onStep } = workflowOptions(options);
  const { inactivity_expiry_days, permissions } = outgoing;
  await onStep("create", name);
  return context.operations.create(
    { name, inactivity_expiry_days, permissions },
    { ...limits, onUnknownOutcome: "reconcile" },
  );
}

/** Goes on after an cancellation: the outgoing token has its new name, and the new token may exist. */
async function goOn(
  context: WorkflowContext,
  outgoing: ServiceUserToken,
  name: string,
  options: RotateOptions,
): Promise<IssuedToken<ServiceUserToken>> {
  const { items, complete } = await context.operations.list({}, workflowOptions(options).limits).all();
  const since = Date.parse(outgoing.created_at);
  const successors = items.filter((token) => token.name === name && Date.parse(token.created_at) >= since);
  const [successor] = successors;
  if (!complete && successors.length < 2) throw new ListChangedError();
  if (successor === undefined) return createSuccessor(context, outgoing, name, options);
  if (successors.length > 1 || successor.last_used_at !== null) {
    throw new AmbiguousTokensError(
      `the successor of ${outgoing.id}`,
      successors,
      "It may be in use already; if nobody has its secret, rotate it in place.",
    );
  }
  return reissue(context, successor, options);
}

/** Renames the outgoing token and makes the new one; the name goes back when that is refused. */
async function begin(
  context: WorkflowContext,
  token: ServiceUserToken,
  name: string,
  options: RotateOptions,
): Promise<Rotation> {
  const { limits, onStep } = workflowOptions(options);
  const { operations } = context;
  const retireAfter = Math.floor(context.now() / 1000) * 1000 + (options.graceHours ?? 24) * HOUR_MS;
  const outgoingName = retiringName(name, retireAfter);
  await onStep("rename", outgoingName, token.id);
  const outgoing = await operations.update(token.id, { name: outgoingName }, limits);
  try {
    return rotation(await createSuccessor(context, outgoing, name, options), outgoing, retireAfter);
  } catch (error) {
    const refused = !(error instanceof CallError && error.mayHaveHappened);
    const { signal: _, ...cleanup } = limits;
    // The first failure is the one to report.
    if (refused) await operations.update(token.id, { name: token.name }, cleanup).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes a second token beside the first.
 *
 * @returns Nothing when there is no room for one and `whenFull` says to rotate in place.
 */
export async function rotateOverlapping(
  context: WorkflowContext,
  token: ServiceUserToken,
  options: RotateOptions,
): Promise<Rotation | undefined> {
  const retiring = parseRetiringName(token.name);
  if (retiring !== undefined) {
    const { base, retireAfter } = retiring;
    const name = options.name ?? base;
    if (retiringBase(name) !== base || (options.name === undefined && base.endsWith("…"))) {
      throw new InvalidArgumentError(
        "name",
        `must be the full name of the token that takes the place of ${token.id}`,
      );
    }
    return rotation(await goOn(context, token, name, options), token, retireAfter);
  }
  if (options.whenFull === "in_place") {
    const { available } = await quota(context, workflowOptions(options).limits);
    if (available === 0) return undefined;
  }
  return begin(context, token, options.name ?? token.name, options);
}
