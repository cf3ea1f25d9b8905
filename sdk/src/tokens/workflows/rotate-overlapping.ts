import type { ServiceUserToken } from "../../contract/models.js";
import { AmbiguousTokensError } from "../../errors/ambiguous-tokens-error.js";
import { IncompleteWorkflowError } from "../../errors/incomplete-workflow-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { TokenNotActiveError } from "../../errors/token-not-active-error.js";
import { createUnderKey } from "../issue/create-token.js";
import type { IssuedToken } from "../issue/issued-token.js";
import { abandoned } from "../issue/leftovers.js";
import { renameUntilDeadline } from "../issue/rename-issued.js";
import {
  formatRetiringName,
  formatTime,
  isBaseOf,
  isCut,
  isSameName,
  newCreatingKey,
  parseTokenName,
  shortId,
} from "../token-name.js";
import { quota } from "./quota.js";
import { reissue } from "./resume.js";
import type { PreviousToken, RotateOptions, Rotation } from "./rotate.js";
import { verify } from "./verify.js";
import { type WorkflowContext, workflowOptions } from "./workflow.js";

const HOUR_MS = 3_600_000;

type Issued = IssuedToken<ServiceUserToken>;

/** The name that the new token is to have: that of the outgoing one before its rotation began. */
function wantedName(token: ServiceUserToken, { name }: RotateOptions): string {
  const { kind, base } = parseTokenName(token.name);
  if (kind === "plain") return name ?? token.name;
  if (name === undefined ? isCut(base) : !isBaseOf(base, name)) {
    throw new InvalidArgumentError(
      "name",
      `must be the full name of the token that takes the place of ${token.id}`,
    );
  }
  return name ?? base;
}

/** The successor that an earlier run created and did not finish; its name says whose place it takes. */
async function unfinishedSuccessor(
  context: WorkflowContext,
  items: readonly ServiceUserToken[],
  outgoing: ServiceUserToken,
  options: RotateOptions,
): Promise<ServiceUserToken | undefined> {
  const { limits } = workflowOptions(options);
  for (const token of items) {
    const parsed = parseTokenName(token.name);
    if (parsed.kind !== "creating" || parsed.replaces !== shortId(outgoing.id)) continue;
    // A call with its secret was the last thing that the run did: being used does not make it somebody's.
    const found = await abandoned(
      { ...token, last_used_at: null },
      // Rotations of a token run in turn, so one of this process is at work no more.
      context.access.memory.creating(parsed.key) === "foreign" ? "foreign" : "given_up",
      {
        get: async (id) => {
          const present = await context.access.find(id, limits);
          return present === undefined ? undefined : { ...present, last_used_at: null };
        },
        sleep: (ms) => context.sleep(ms, limits),
        now: context.now,
      },
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The successor of a rotation that was finished, unless it is gone. */
function finishedSuccessor(
  items: readonly ServiceUserToken[],
  outgoing: ServiceUserToken,
): ServiceUserToken | undefined {
  const parsed = parseTokenName(outgoing.name);
  if (parsed.kind !== "retiring") return undefined;
  return items.find((token) => shortId(token.id) === parsed.replacedBy);
}

/** The token that takes the place of the outgoing one: that of an interrupted rotation, or a new one. */
async function issueSuccessor(
  context: WorkflowContext,
  outgoing: ServiceUserToken,
  name: string,
  options: RotateOptions,
): Promise<Issued> {
  const { limits, onStep } = workflowOptions(options);
  const { items } = await context.access.list(limits);
  const unfinished = await unfinishedSuccessor(context, items, outgoing, options);
  if (unfinished !== undefined) return reissue(context, unfinished, options);
  const finished = finishedSuccessor(items, outgoing);
  if (finished !== undefined) {
    if (finished.last_used_at === null) return reissue(context, finished, options);
    throw new AmbiguousTokensError(
      `the successor of ${outgoing.id}`,
      [finished],
      "It may be in use already; if nobody has its secret, rotate it in place.",
    );
  }
  await onStep("create", name);
  const { inactivity_expiry_days, permissions } = outgoing;
  return createUnderKey(
    context.access,
    {
      request: { name, inactivity_expiry_days, permissions },
      key: newCreatingKey(),
      replaces: outgoing.id,
    },
    { ...limits, onUnknownOutcome: "reconcile" },
  );
}

/** Marks the outgoing token; one that does not work any more, or is gone, needs no mark. */
async function markOutgoing(
  context: WorkflowContext,
  outgoing: ServiceUserToken,
  name: string,
  successor: ServiceUserToken,
  options: RotateOptions,
): Promise<PreviousToken> {
  const parsed = parseTokenName(outgoing.name);
  if (parsed.kind === "retiring" && parsed.replacedBy === shortId(successor.id)) {
    return { id: outgoing.id, name: outgoing.name, retireAfter: parsed.retireAfter };
  }
  const retireAfter = Math.floor(context.now() / 1000) * 1000 + (options.graceHours ?? 24) * HOUR_MS;
  const marked = formatRetiringName(name, retireAfter, successor.id);
  await workflowOptions(options).onStep("rename", marked, outgoing.id);
  try {
    await rename(context, outgoing.id, marked, options);
  } catch (error) {
    if (!(error instanceof NotFoundError || error instanceof TokenNotActiveError)) throw error;
  }
  return { id: outgoing.id, name: marked, retireAfter: formatTime(retireAfter) };
}

/** Renames through every failure that may pass: a secret waits to be handed over, so the caller's signal ends it no more. */
function rename(
  context: WorkflowContext,
  id: string,
  name: string,
  { signal: _, ...options }: RotateOptions,
): Promise<ServiceUserToken> {
  const { limits } = workflowOptions(options);
  return renameUntilDeadline(id, name, context.access.renaming(limits, context.access.timeLeft(limits)));
}

/** Hands a secret over with the failure of a step after it. */
function incomplete({ token, secret }: Issued, error: unknown): IncompleteWorkflowError {
  const why = error instanceof Error ? error.message : "unknown failure";
  return new IncompleteWorkflowError("rename", token, secret, why, error);
}

/** Marks the outgoing token, tries the new secret, and gives the new token its name, in this order: each can be done again. */
async function handOver(
  context: WorkflowContext,
  outgoing: ServiceUserToken,
  name: string,
  issued: Issued,
  options: RotateOptions,
): Promise<Rotation> {
  let previous: PreviousToken;
  let token = issued.token;
  let unverified: unknown;
  try {
    previous = await markOutgoing(context, outgoing, name, token, options);
    if (options.verify !== false) {
      await verify(context, issued, workflowOptions(options).limits).catch((error: unknown) => {
        unverified = error;
      });
    }
    if (!isSameName(token.name, name)) token = await rename(context, token.id, name, options);
  } catch (error) {
    throw incomplete({ token, secret: issued.secret }, error);
  }
  if (unverified instanceof IncompleteWorkflowError) {
    throw new IncompleteWorkflowError("verify", token, issued.secret, unverified.why, unverified.cause);
  }
  return { token, secret: issued.secret, previous };
}

/**
 * Makes a second token beside the first. Run again after it was killed, it goes on from where it was.
 *
 * @returns Nothing when there is no room for one and `whenFull` says to rotate in place.
 */
export function rotateOverlapping(
  context: WorkflowContext,
  token: ServiceUserToken,
  options: RotateOptions,
): Promise<Rotation | undefined> {
  const name = wantedName(token, options);
  return context.inTurn(`rotate ${token.id}`, async () => {
    if (options.whenFull === "in_place" && parseTokenName(token.name).kind === "plain") {
      const { available } = await quota(context, workflowOptions(options).limits);
      if (available === 0) return undefined;
    }
    const issued = await issueSuccessor(context, token, name, options);
    return handOver(context, token, name, issued, options);
  });
}
