import type { CreateServiceUserTokenRequest, ServiceUserToken } from "../../contract/models.js";
import { IncompleteWorkflowError } from "../../errors/incomplete-workflow-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NameConflictError } from "../../errors/name-conflict-error.js";
import type { RequestOptions } from "../../options/request-options.js";
import { formatCreatingName, isCreatingKey, newCreatingKey } from "../token-name.js";
import type { CreateOptions } from "./create-options.js";
import { reconcileByKey, underKey } from "./find-by-key.js";
import { type Issue, issueSecret } from "./issue.js";
import type { IssuedToken } from "./issued-token.js";
import { leftoversOf, removeLeftovers } from "./leftovers.js";
import type { ReconcileOptions, Reconciliation } from "./reconciliation.js";
import { renameIssued } from "./rename-issued.js";
import type { TokenAccess } from "./token-access.js";

/** Creates whose token somebody else took over before it had its name are begun again so often. */
const ROUNDS = 3;

type Issued = IssuedToken<ServiceUserToken>;

/** A token to be created under a key. */
export interface KeyedCreate {
  readonly request: CreateServiceUserTokenRequest;
  readonly key: string;
  /** Id of the token whose place the new one takes. */
  readonly replaces?: string;
}

function keyOf({ creating = newCreatingKey() }: CreateOptions): string {
  if (isCreatingKey(creating)) return creating;
  throw new InvalidArgumentError("creating", "must be 10 digits or capital letters; take newCreatingKey()");
}

/** Takes over what a create made under its key, if it can be seen. */
export function findCreated(
  access: TokenAccess,
  key: string,
  options: ReconcileOptions,
): Promise<Reconciliation<ServiceUserToken>> {
  return access.memory.inTurn(`creating ${key}`, () =>
    access.memory.whileCreating(
      key,
      () =>
        reconcileByKey({
          key,
          list: async () => (await access.list(options)).items,
          recheck: () => access.sleep(options.recheckAfterMs ?? 2000, options.signal),
          takeOver: (token) => access.reissue(token, options),
          remove: (token) => access.remove(token, options),
        }),
      ({ outcome }) => outcome === "taken_over",
    ),
  );
}

/** Creates a token under its key, and finds it when the response is lost. The token still has the name of a create. */
export async function createUnderKey(
  access: TokenAccess,
  create: KeyedCreate,
  options: CreateOptions,
): Promise<Issued> {
  const { request, key, replaces } = create;
  const timeLeft = access.timeLeft(options);
  const name = formatCreatingName(request.name, key, replaces);
  const { signal, ...unstoppable } = options;
  let wasLost = false;
  const issue: Issue<ServiceUserToken> = {
    memory: access.memory,
    key: `creating ${key}`,
    send: () => access.create({ ...request, name }, timeLeft.within({ ...unstoppable, signal })),
    reconcile: async (limits) => {
      wasLost = true;
      const result = await findCreated(access, key, { ...unstoppable, ...limits });
      return replaces === undefined
        ? nameTakenOver(access, result, request.name, { ...options, ...limits })
        : result;
    },
    deadline: () => timeLeft.ms,
  };
  const issued = await access.memory.whileCreating(
    key,
    () => issueSecret(issue, options),
    () => true,
  );
  if (wasLost) await removeOthers(access, key, issued.token.id, timeLeft.within(unstoppable));
  return issued;
}

/** Removes what other attempts of the same create made; what shows up later is a leftover that the next create removes. */
async function removeOthers(
  access: TokenAccess,
  key: string,
  id: string,
  limits: RequestOptions,
): Promise<void> {
  try {
    const { items } = await access.list(limits);
    for (const other of underKey(items, key)) if (other.id !== id) await access.remove(other, limits);
  } catch {
    // The secret is in hand, and must be handed over.
  }
}

async function clean(
  access: TokenAccess,
  name: string,
  options: CreateOptions,
  limits: RequestOptions,
): Promise<void> {
  const { leftovers = "remove", listed, owned } = options;
  if (leftovers === "leave") return;
  await access.memory.inTurn(`leftovers ${name}`, async () => {
    const items = listed ?? (await access.list(limits)).items;
    const found = leftoversOf(items, name).filter(({ id }) => owned?.has(id) !== true);
    await removeLeftovers(found, {
      memory: access.memory,
      get: (id) => access.find(id, limits),
      remove: (token) => access.remove(token, limits),
      sleep: (ms) => access.sleep(ms, options.signal),
      now: access.now,
    });
  });
}

/** Says that the token has its secret, but not its name; or leaves that to the caller. */
async function unnamed(
  access: TokenAccess,
  issued: Issued,
  error: unknown,
  options: CreateOptions,
  limits: RequestOptions,
): Promise<Issued> {
  if (error instanceof NameConflictError) {
    // The create as a whole is refused; nothing of it stays.
    await access.remove(issued.token, limits);
    throw error;
  }
  if (options.whenNotRenamed === "return") return issued;
  const why = error instanceof Error ? error.message : "unknown failure";
  throw new IncompleteWorkflowError("rename", issued.token, issued.secret, why, error);
}

/** Creates a token under a key, and gives it its name once the secret is in hand. */
export async function createToken(
  access: TokenAccess,
  request: CreateServiceUserTokenRequest,
  options: CreateOptions,
): Promise<Issued> {
  const first = keyOf(options);
  const timeLeft = access.timeLeft(options);
  const { signal: _, ...unstoppable } = options;
  if (options.creating !== undefined) {
    const found = await findCreated(access, first, timeLeft.within({ ...options }));
    if (found.outcome === "taken_over") return finish(found);
  }
  await clean(access, request.name, options, timeLeft.within(options));
  return finish(await createUnderKey(access, { request, key: first }, options));

  async function finish(issued: Issued, round = 1): Promise<Issued> {
    const limits = timeLeft.within(unstoppable);
    try {
      const named = await renameIssued(issued, request.name, access.renaming(limits, timeLeft));
      if (named !== undefined) return named;
    } catch (error) {
      return unnamed(access, issued, error, options, limits);
    }
    if (round === ROUNDS) {
      const why = "somebody else revoked or removed it meanwhile";
      throw new IncompleteWorkflowError("rename", issued.token, issued.secret, why);
    }
    return finish(await createUnderKey(access, { request, key: newCreatingKey() }, options), round + 1);
  }
}

/** Clears up a create of which only the key and the name are known. */
export async function reconcileCreate(
  access: TokenAccess,
  { name, creating }: { readonly name: string; readonly creating: string },
  options: ReconcileOptions,
): Promise<Reconciliation<ServiceUserToken>> {
  const result = await findCreated(access, keyOf({ creating }), options);
  return nameTakenOver(access, result, name, options);
}

/** Gives what a reconcile took over its name. */
async function nameTakenOver(
  access: TokenAccess,
  result: Reconciliation<ServiceUserToken>,
  name: string,
  options: CreateOptions & ReconcileOptions,
): Promise<Reconciliation<ServiceUserToken>> {
  if (result.outcome !== "taken_over") return result;
  const timeLeft = access.timeLeft(options);
  const { signal: _, ...limits } = options;
  try {
    const named = await renameIssued(result, name, access.renaming(limits, timeLeft));
    return named === undefined ? { outcome: "not_found" } : { outcome: "taken_over", ...named };
  } catch (error) {
    return { outcome: "taken_over", ...(await unnamed(access, result, error, options, limits)) };
  }
}
