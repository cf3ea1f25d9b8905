import type { ServiceUserToken, UpdateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
import { DiagnosticError, isUnknown, type UpdateContext, valuesEqual } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import type { serviceUserTokenSchema, TokenPlan, TokenState } from "./schema.js";
import { issuedSecret, type Kept, keptOf, known, stateOf } from "./state.js";

type Context = UpdateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/**
 * Brings a token to its planned state in the order that the API allows: it edits active tokens only, so a token is
 * resumed before it is edited, and edited before it is paused. Every step that succeeded is saved.
 */
export async function updateToken(context: Context): Promise<TokenState> {
  const { plan, prior, client, save } = context;
  const organization = organizationOf(client);
  const found = await organization.find(prior.id ?? "", prior.organization_id, context.signal);
  if (!found) throw deletedMeanwhile(prior.id);
  if (found.secret_issued_at !== prior.secret_issued_at) throw reissuedMeanwhile(found);
  let token = found;
  let kept: Kept = keptOf(plan, prior);
  const record = (now: ServiceUserToken): void => {
    token = now;
    save(stateOf(now, kept));
  };

  if (plan.enabled !== false && statusName(token.status) !== "active") {
    if (!isUnknown(plan.secret)) throw pausedMeanwhile(token);
    if (statusName(token.status) === "expired") record(await organization.revoke(token, context.signal));
    const resumed = await organization.regenerate(token, context);
    kept = { ...kept, ...issuedSecret(resumed.secret, resumed.token, prior.secret_version ?? 0) };
    record(resumed.token);
  }
  const changes = changesOf(plan, token);
  if (Object.keys(changes).length > 0) record(await organization.update(token, changes, context.signal));
  if (plan.enabled === false && statusName(token.status) !== "revoked") {
    record(await organization.revoke(token, context.signal));
  }
  return stateOf(token, kept);
}

/** What has to be sent: only what differs, so that a change of settings that are Terraform's alone sends nothing. */
function changesOf(plan: TokenPlan, token: ServiceUserToken): UpdateServiceUserTokenRequest {
  const name = known(plan.name, "name");
  const days = known(plan.inactivity_expiry_days, "inactivity_expiry_days");
  const permissions = known(plan.permissions, "permissions");
  return {
    ...(name === token.name ? {} : { name }),
    ...(days === token.inactivity_expiry_days ? {} : { inactivity_expiry_days: days }),
    ...(valuesEqual(permissions, token.permissions, { set: "string" }) ? {} : { permissions }),
  } as UpdateServiceUserTokenRequest;
}

const deletedMeanwhile = (id: string | null): DiagnosticError =>
  new DiagnosticError(
    "Token no longer exists",
    `Token ${id} was deleted after the change was planned. Plan again: Terraform then creates it anew.`,
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
