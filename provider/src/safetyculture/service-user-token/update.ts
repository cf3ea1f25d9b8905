import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { isLaterInstant } from "@safetyculture-tokens/sdk/instants";
import { DiagnosticError, isUnknown, type UpdateContext } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import { deadlineOf } from "./deadline.js";
import { edit, editAfterIssue } from "./edits.js";
import { TokenNotes } from "./notes.js";
import { retirePrevious } from "./previous.js";
import { rotate } from "./rotate.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { sealerOf } from "./sealer.js";
import { asSent } from "./server-changes.js";
import { type Kept, keptOf, known, received, stateOf } from "./state.js";

type Context = UpdateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/**
 * Brings a token to its planned state. Every step that succeeded is saved, and the one that issues a secret comes last, so
 * that no failure follows it. A paused token is the exception: the API edits active ones only.
 */
export async function updateToken(context: Context): Promise<TokenState> {
  const { plan, prior, client, save } = context;
  client.issued.saw(prior.secret_version);
  const organization = await client.organization(plan.organization);
  const found = await organization.get(prior.id ?? "", prior.organization_id, context.signal);
  if (found === undefined) throw deletedMeanwhile(prior.id);
  if (isLaterInstant(found.secret_issued_at, prior.secret_issued_at)) throw reissuedMeanwhile(found);
  const isIssued = isUnknown(plan.secret_version);
  const sealer = await sealerOf(plan);
  const receiving = { plan, issued: client.issued, sealer, previousVersion: prior.secret_version ?? 0 };
  let token = found;
  const planned = keptOf(plan, { ...prior, ...(isIssued ? {} : await presentSecret(context, sealer)) });
  let kept: Kept = isIssued ? { ...planned, rotation: stillDue(planned.rotation, prior.rotation) } : planned;
  const record = (now: ServiceUserToken, changed: Partial<Kept> = {}): void => {
    token = now;
    kept = { ...kept, ...changed };
    save(stateOf(now, kept));
  };

  const status = statusName(token.status);
  if (plan.enabled !== false && status !== "active") {
    if (!isIssued) throw pausedMeanwhile(token);
    record(token, { previous: await retirePrevious(organization, context) });
    if (status === "expired") record(await organization.revoke(token, context.signal));
    const resumed = await organization.regenerate(token, {
      ...context,
      deadlineMs: deadlineOf(plan, "update"),
    });
    record(resumed.token, { ...(await received(resumed, receiving)), rotation: planned.rotation });
    return stateOf(await editAfterIssue(organization, resumed.token, context), kept);
  }
  const unfinished = new TokenNotes(context.privateState).flag("rotation_unfinished");
  if (status === "active" && !unfinished) record(await edit(organization, token, context));
  record(token, { previous: await retirePrevious(organization, context) });
  if (plan.enabled === false) {
    if (status !== "revoked") record(await organization.revoke(token, context.signal));
    return stateOf(asSent(token, new TokenNotes(context.privateState)), kept);
  }
  if (isIssued) {
    const rotation = await rotate(organization, token, context);
    const secret = await received(rotation, receiving);
    record(rotation.token, {
      ...secret,
      rotation: planned.rotation,
      previous: rotation.previous ?? kept.previous,
      created_at: null,
    });
  }
  return stateOf(asSent(token, new TokenNotes(context.privateState)), kept);
}

/** The rotation as the state has it until the new secret is issued: with the keepers of before, so that it stays due. */
const stillDue = (planned: TokenState["rotation"], before: TokenState["rotation"]): TokenState["rotation"] =>
  planned === null ? null : { ...planned, keepers: before?.keepers ?? null };

/** The secret that the state has, where the plan says that it is stored. */
async function presentSecret(
  { plan, prior }: Context,
  sealer: { seal(secret: string): Promise<ReadonlyMap<string, string>> },
): Promise<Pick<TokenState, "secret" | "sealed_secrets">> {
  const { secret, sealed_secrets: sealed } = plan;
  return {
    secret: isUnknown(secret) ? prior.secret : secret,
    sealed_secrets: !isUnknown(sealed)
      ? (sealed as TokenState["sealed_secrets"])
      : prior.secret === null || known(plan.secret_storage, "secret_storage") !== "sealed"
        ? null
        : await sealer.seal(prior.secret),
  };
}

const deletedMeanwhile = (id: string | null): DiagnosticError =>
  new DiagnosticError(
    "Token no longer exists",
    `Token ${id} was deleted after the change was planned. Plan again: Terraform then creates another one.`,
  );

const reissuedMeanwhile = ({ id, name }: ServiceUserToken): DiagnosticError =>
  new DiagnosticError(
    "Token has a new secret",
    `Token ${JSON.stringify(name)} (${id}) was regenerated after the change was planned. Nothing was changed. Plan again: ` +
      "Terraform then knows that the secret in its state is dead.",
  );

const pausedMeanwhile = (token: ServiceUserToken): DiagnosticError =>
  new DiagnosticError(
    "Token is no longer active",
    `Token ${token.id} has become ${statusName(token.status)} since the change was planned, and the plan does not say that ` +
      "a new secret is issued. Nothing was changed. Plan again, and apply that plan.",
  );
