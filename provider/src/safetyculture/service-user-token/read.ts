import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { isLaterInstant } from "@safetyculture-tokens/sdk/instants";
import { DiagnosticError, type Diagnostics, type StateContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { rotateHint, rotateNow } from "../rotate-now.js";
import { statusName } from "../status.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { asSent, isSameName, isSameSet } from "./server-changes.js";
import { stateOf } from "./state.js";

type Context = StateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The token as it is now; `undefined` only when it certainly no longer exists. */
export async function readToken(context: Context): Promise<TokenState | undefined> {
  const { state, client } = context;
  client.issued.saw(state.secret_version);
  const organization = await client.available(state.organization, context);
  if (organization === undefined) return state;
  return (await readPresent(context, organization)) ?? readOutgoing(context, organization);
}

/** An outgoing token outlives the one that took its place: it is gone on with as if that had not been created yet. */
async function readOutgoing(context: Context, organization: Organization): Promise<TokenState | undefined> {
  const { state, diagnostics, signal } = context;
  const id = state.previous?.id ?? null;
  const outgoing = id === null ? undefined : await organization.get(id, null, signal);
  if (id === null || outgoing === undefined || statusName(outgoing.status) !== "active") return undefined;
  diagnostics.warning(
    "Token deleted, outgoing token works",
    `Token ${state.id} was deleted outside Terraform, but token ${id}, whose place it took, still works. The rotation is gone ` +
      "on with: another token takes its place.",
  );
  const before = {
    ...state,
    id,
    status: "active",
    created_at: null,
    secret: null,
    sealed_secrets: null,
    secret_fingerprint: state.previous?.secret_fingerprint ?? null,
    secret_issued_at: outgoing.secret_issued_at,
    previous: null,
  };
  return readPresent({ ...context, state: before }, organization);
}

async function readPresent(context: Context, organization: Organization): Promise<TokenState | undefined> {
  const { state, client, diagnostics, signal } = context;
  const notes = new TokenNotes(context.privateState);
  // A list may lag behind: what differs from the state is looked at by its id before anything follows from it.
  const found = await organization.find(state.id ?? "", state.organization_id, signal, (token) =>
    isAsStored(token, state, notes),
  );
  if (found === undefined) return undefined;
  const token = await withoutRotation(found, context, organization);
  const now = organization.now();
  const kept = dropDeadSecret(token, state, { now, diagnostics });
  const previous = await presentPrevious(state.previous, organization, signal);
  decide(token, { ...state, previous }, { notes, now, env: client.env });
  warnOfUnusedSecret(token, state, { notes, now, diagnostics });
  return stateOf(asSent(token, notes), { ...kept, previous });
}

function isAsStored(listed: ServiceUserToken, state: TokenState, notes: TokenNotes): boolean {
  const token = asSent(listed, notes);
  return (
    isSameName(token.name, state.name) &&
    token.inactivity_expiry_days === state.inactivity_expiry_days &&
    isSameSet(token.permissions, state.permissions ?? []) &&
    statusName(token.status) === state.status &&
    !isLaterInstant(token.secret_issued_at, state.secret_issued_at)
  );
}

/** A rotation that was interrupted is gone on with, instead of having its new name planned back. */
async function withoutRotation(
  token: ServiceUserToken,
  { state, privateState, signal }: Context,
  organization: Organization,
): Promise<ServiceUserToken> {
  const isUnfinished = await organization.isRotating(token, signal);
  new TokenNotes(privateState).set("rotation_unfinished", isUnfinished);
  return isUnfinished ? { ...token, name: state.name } : token;
}

/** A secret is dropped on proof only: the token itself says that a later one was issued. */
function dropDeadSecret(
  token: ServiceUserToken,
  state: TokenState,
  { now, diagnostics }: { readonly now: Date; readonly diagnostics: Diagnostics },
): TokenState {
  if (!isLaterInstant(token.secret_issued_at, state.secret_issued_at)) return state;
  if (state.secret_fingerprint !== null) {
    diagnostics.warning(
      "Secret issued elsewhere",
      `Token ${token.id} was regenerated outside Terraform, so the secret that Terraform has no longer works and is ` +
        `dropped. For a secret that Terraform knows, apply once with the environment variable ${rotateHint(state.name, now)}.`,
    );
  }
  return { ...state, secret: null, sealed_secrets: null, secret_fingerprint: null };
}

async function presentPrevious(
  previous: TokenState["previous"],
  organization: Organization,
  signal: AbortSignal,
): Promise<TokenState["previous"]> {
  if (previous?.id === undefined || previous.id === null) return null;
  const found = await organization.find(previous.id, null, signal, () => true);
  return found === undefined ? null : previous;
}

interface Deciding {
  readonly notes: TokenNotes;
  /** By the API's clock. */
  readonly now: Date;
}

/** Decides what depends on the time, for the plans that follow. */
function decide(
  token: ServiceUserToken,
  { name, previous }: Pick<TokenState, "name" | "previous">,
  { notes, now, env }: Deciding & { readonly env: NodeJS.ProcessEnv },
): void {
  notes.set("age_days", elapsed(token.secret_issued_at, now, DAY_MS));
  notes.set("hours_since_rotation", elapsed(previous?.rotated_at, now, HOUR_MS));
  const moment = rotateNow(env, name);
  if (moment !== undefined && Date.parse(moment) > now.getTime()) {
    throw new DiagnosticError(
      "SAFETYCULTURE_ROTATE not valid",
      `The time ${moment} for token ${JSON.stringify(name)} lies in the future, so every run would rotate it. Give the ` +
        `present time, such as ${now.toISOString()}.`,
    );
  }
  notes.set("rotate_now", moment !== undefined && isLaterInstant(moment, token.secret_issued_at));
}

function elapsed(since: string | null | undefined, now: Date, unit: number): number | undefined {
  const time = Date.parse(since ?? "");
  return Number.isNaN(time) ? undefined : Math.max(0, Math.floor((now.getTime() - time) / unit));
}

/** A secret that is kept nowhere and was never used may never have arrived. */
function warnOfUnusedSecret(
  token: ServiceUserToken,
  state: TokenState,
  { notes, now, diagnostics }: Deciding & { readonly diagnostics: Diagnostics },
): void {
  if (state.secret_storage !== "none" || state.secret_fingerprint === null) return;
  if (statusName(token.status) !== "active") return;
  if (now.getTime() - Date.parse(token.secret_issued_at) <= HOUR_MS) return;
  const ownUse = notes.text("verified_at") ?? token.secret_issued_at;
  if (token.last_used_at !== null && isLaterInstant(token.last_used_at, ownUse)) return;
  diagnostics.warning(
    "A secret was never used",
    `The secret of token ${JSON.stringify(state.name)} (${token.id}) was issued at ${token.secret_issued_at}, is kept nowhere ` +
      '(secret_storage = "none"), and was never used: it may not have arrived where it was to be stored. To issue and hand ' +
      `over a new one, apply once with the environment variable ${rotateHint(state.name, now)}.`,
  );
}
