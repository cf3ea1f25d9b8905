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
import { refuseUnknownPermissions } from "../permission-check.js";
import type { ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenConfig, TokenPlan, TokenState } from "./schema.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** The plan as the user sees it: computed values stay as they are unless a new secret will be issued. */
export async function planToken(context: Context): Promise<TokenPlan> {
  const { config, prior, client, diagnostics, signal } = context;
  const plan = { ...context.plan, ...(await planPermissions(context)) };
  if (!prior) {
    return { ...plan, ...CREATED, status: statusWhen(plan.enabled) };
  }
  refuseEditWhilePaused(plan, prior);
  if (has(prior.permissions, MANAGE) && !has(plan.permissions, MANAGE)) {
    await client.organization?.refuseOwnCredential(prior, "demote", signal);
  }
  const kept = { ...plan, ...computedOf(prior) };
  if (plan.enabled === false) {
    if (prior.status === "active") await client.organization?.refuseOwnCredential(prior, "revoke", signal);
    return { ...kept, status: "revoked" };
  }
  if (isUnknown(plan.enabled)) return { ...kept, ...REISSUED, status: unknown };
  if (prior.status !== "revoked" && prior.status !== "expired") return kept;
  warnOfNewSecret(config, prior, diagnostics);
  return { ...kept, ...REISSUED, status: "active" };
}

/** The permission that managing tokens needs: without it the provider's own credential is of no use to it. */
const MANAGE = "platform_management.organization";

const has = (permissions: TokenPlan["permissions"], key: string): boolean =>
  isUnknown(permissions) || (permissions?.includes(key) ?? false);

const REISSUED = {
  secret_issued_at: unknown,
  secret: unknown,
  secret_version: unknown,
  secret_fingerprint: unknown,
};
const CREATED = {
  id: unknownNotNull,
  service_user_id: unknownNotNull,
  organization_id: unknownNotNull,
  created_at: unknownNotNull,
  secret_issued_at: unknownNotNull,
  secret: unknownNotNull,
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
  secret: prior.secret,
  secret_version: prior.secret_version,
  secret_fingerprint: prior.secret_fingerprint,
});

const statusWhen = (enabled: TokenPlan["enabled"]) =>
  isUnknown(enabled) ? unknown : enabled ? "active" : "revoked";

/** Plans `permissions` and `all_permissions` together: one of them decides, the other one follows. */
async function planPermissions({
  config,
  plan,
  prior,
  client,
  diagnostics,
  signal,
}: Context): Promise<Pick<TokenPlan, "permissions" | "all_permissions">> {
  if (config.all_permissions === true) {
    // A token that stays paused cannot be edited, and need not be: it gets what the catalogue has when it is resumed.
    if (prior?.all_permissions && prior.status !== "active" && plan.enabled === false) {
      return { all_permissions: true, permissions: prior.permissions };
    }
    const keys = (await client.organization?.catalogue(signal))?.map(({ key }) => key);
    if (!prior?.all_permissions) {
      diagnostics.warning(
        "Token with every permission",
        `all_permissions = true gives the token every permission of the organization${keys ? `, ${keys.length} today` : ""}. ` +
          "Whoever holds its secret can do everything; prefer naming the permissions that the integration needs.",
        at("all_permissions"),
      );
    }
    return { all_permissions: true, permissions: keys ?? unknown };
  }
  // What is certain of a configured unknown need not hold for the catalogue, which takes its place when it is null.
  const permissions = isUnknown(plan.permissions) ? unknown : plan.permissions;
  if (isUnknown(permissions) || isUnknown(config.all_permissions) || permissions === null) {
    return { permissions, all_permissions: config.all_permissions ?? unknown };
  }
  const unchanged = prior?.permissions && valuesEqual(permissions, prior.permissions, { set: "string" });
  if (unchanged) return { permissions, all_permissions: config.all_permissions ?? prior.all_permissions };
  const catalogue = await client.organization?.catalogue(signal);
  if (!catalogue) return { permissions, all_permissions: config.all_permissions ?? unknown };
  const named = permissions.filter((key) => typeof key === "string");
  refuseUnknownPermissions(named, catalogue);
  if (named.length < permissions.length) {
    return { permissions, all_permissions: config.all_permissions ?? unknown };
  }
  const given = new Set(named);
  return {
    permissions,
    all_permissions: config.all_permissions ?? catalogue.every(({ key }) => given.has(key)),
  };
}

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
