import {
  at,
  DiagnosticError,
  type Diagnostics,
  isUnknown,
  type PlanContext,
  type Type,
  unknown,
  unknownNotNull,
  valuesEqual,
} from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { warnOfSameName } from "./name-plan.js";
import { planPermissions } from "./permissions-plan.js";
import {
  overlaps,
  planPrevious,
  rotationReason,
  warnOfRotation,
  warnOfUnrefreshedRotation,
} from "./rotation-plan.js";
import type { serviceUserTokenSchema, TokenConfig, TokenPlan, TokenState } from "./schema.js";
import { nextRotation } from "./state.js";
import { planNewSecret, planPresentSecret } from "./storage-plan.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** The plan as the user sees it: computed values stay as they are unless a new secret will be issued. */
export async function planToken(context: Context): Promise<TokenPlan> {
  const { prior, client } = context;
  client.issued.saw(prior?.secret_version ?? null);
  const organization = await client.available(context.plan.organization, context);
  const plan = { ...context.plan, ...(await planPermissions(context, organization)) };
  if (prior === undefined) return planCreate({ ...context, plan }, organization);
  // A change of the organization makes a new token, and Terraform plans that one by itself.
  if (!valuesEqual(plan.organization, prior.organization, "string"))
    return { ...plan, ...CREATED, previous: null };
  return planUpdate({ ...context, plan }, prior, organization);
}

async function planCreate(context: Context, organization: Organization | undefined): Promise<TokenPlan> {
  const { plan, diagnostics, signal } = context;
  if (organization !== undefined) await warnOfSameName(context, organization);
  if (typeof plan.name === "string")
    await organization?.budget.planCreate(plan.name, { diagnostics, signal });
  return {
    ...plan,
    ...CREATED,
    ...planNewSecret(plan),
    next_rotation_at: plannedRotation(plan, unknown),
    status: statusWhen(plan.enabled),
    previous: null,
  };
}

async function planUpdate(
  context: Context,
  prior: TokenState,
  organization: Organization | undefined,
): Promise<TokenPlan> {
  const { config, plan, diagnostics, signal } = context;
  refuseEditWhilePaused(plan, prior);
  if (has(prior.permissions, MANAGE) && !has(plan.permissions, MANAGE)) {
    await organization?.credential.refuseFor(prior, "demote", signal);
  }
  const kept: TokenPlan = {
    ...plan,
    ...computedOf(prior),
    ...planPresentSecret(context, prior),
    next_rotation_at: plannedRotation(plan, prior.secret_issued_at),
    previous: planPrevious(context, prior),
  };
  if (plan.enabled === false) {
    if (prior.status === "active") await organization?.credential.refuseFor(prior, "revoke", signal);
    return { ...kept, status: "revoked" };
  }
  const reissued: TokenPlan = {
    ...kept,
    ...REISSUED,
    ...planNewSecret(plan),
    next_rotation_at: plannedRotation(plan, unknown),
  };
  if (isUnknown(plan.enabled)) return { ...reissued, status: unknown };
  if (prior.status === "revoked" || prior.status === "expired") {
    warnOfNewSecret(config, prior, diagnostics);
    return { ...reissued, status: "active" };
  }
  const reason = rotationReason(context, prior);
  if (reason === undefined) warnOfUnrefreshedRotation(context, prior);
  if (reason === undefined) return kept;
  if (!overlaps(plan.rotation)) await organization?.credential.refuseFor(prior, "revoke", signal);
  warnOfRotation(context, prior, reason);
  if (!overlaps(plan.rotation)) return { ...reissued, status: "active" };
  return { ...reissued, ...REPLACED, status: "active", previous: unknown };
}

/** The permission that managing tokens needs: without it the provider's own credential is of no use to it. */
const MANAGE = "platform_management.organization";

const has = (permissions: TokenPlan["permissions"], key: string): boolean =>
  isUnknown(permissions) || (permissions?.includes(key) ?? false);

const REISSUED = { secret_issued_at: unknown, secret_version: unknown, secret_fingerprint: unknown };
/** An overlapping rotation makes another token, unless there is no room for one. */
const REPLACED = { id: unknownNotNull, service_user_id: unknownNotNull, created_at: unknownNotNull };
const CREATED = {
  id: unknownNotNull,
  service_user_id: unknownNotNull,
  organization_id: unknownNotNull,
  created_at: unknownNotNull,
  secret_issued_at: unknownNotNull,
  secret_version: unknownNotNull,
  secret_fingerprint: unknownNotNull,
};

const computedOf = (prior: TokenState) => ({
  id: prior.id,
  service_user_id: prior.service_user_id,
  organization_id: prior.organization_id,
  status: prior.status,
  created_at: prior.created_at,
  secret_issued_at: prior.secret_issued_at,
  secret_version: prior.secret_version,
  secret_fingerprint: prior.secret_fingerprint,
});

function plannedRotation(
  { rotation }: TokenPlan,
  issuedAt: TokenPlan["secret_issued_at"],
): TokenPlan["next_rotation_at"] {
  if (rotation === null) return null;
  if (isUnknown(rotation) || isUnknown(rotation.after_days)) return unknown;
  if (rotation.after_days === null) return null;
  return isUnknown(issuedAt) ? unknown : nextRotation(issuedAt, rotation.after_days);
}

const statusWhen = (enabled: TokenPlan["enabled"]) =>
  isUnknown(enabled) ? unknown : enabled ? "active" : "revoked";

const EDITABLE = {
  name: "string",
  inactivity_expiry_days: "number",
  permissions: { set: "string" },
} as const;

/** The API edits active tokens only, and a token that stays revoked or expired never becomes one. */
function refuseEditWhilePaused(plan: TokenPlan, prior: TokenState): void {
  if (plan.enabled !== false || prior.status === "active") return;
  for (const [name, type] of Object.entries(EDITABLE) as [keyof typeof EDITABLE, Type][]) {
    const value = plan[name];
    if (isUnknown(value) || valuesEqual(value, prior[name], type)) continue;
    throw new DiagnosticError(
      "A paused token cannot be edited",
      `${name} of token ${prior.id} cannot change while the token is not active and enabled = false. Set enabled = true in ` +
        "the same change, which issues a new secret, or leave it as it is until the token is enabled again.",
      at(name),
    );
  }
}

function warnOfNewSecret(config: TokenConfig, prior: TokenState, diagnostics: Diagnostics): void {
  const token = `Token ${JSON.stringify(prior.name)} (${prior.id})`;
  const why =
    prior.status === "expired"
      ? `${token} expired: it was not used for ${prior.inactivity_expiry_days} days. It will be regenerated`
      : `${token} is revoked. Enabling it regenerates it`;
  diagnostics.warning(
    "A new secret will be issued",
    `${why}: the old secret never works again, and whatever uses the token needs the new one.`,
    config.enabled === null ? undefined : at("enabled"),
  );
}
