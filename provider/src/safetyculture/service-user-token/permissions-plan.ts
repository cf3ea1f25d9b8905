import {
  at,
  DiagnosticError,
  type Diagnostics,
  isUnknown,
  type PlanContext,
  unknown,
} from "../../framework/index.js";
import { SCIM_PERMISSIONS } from "../functions/scim-permissions.js";
import type { Organization } from "../organization.js";
import { refuseUnknownPermissions } from "../permission-check.js";
import type { ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenPlan } from "./schema.js";
import { isSameSet } from "./server-changes.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;
type Planned = Pick<TokenPlan, "permissions" | "all_permissions">;

/** Plans `permissions` and `all_permissions` together: one of them decides, the other one follows. */
export async function planPermissions(
  context: Context,
  organization: Organization | undefined,
): Promise<Planned> {
  const { config, plan, prior, diagnostics, signal } = context;
  if (config.all_permissions === true) return planEverything(context, organization);
  // What is certain of a configured unknown need not hold for the catalogue, which takes its place when it is null.
  const permissions = isUnknown(plan.permissions) ? unknown : plan.permissions;
  if (isUnknown(permissions) || isUnknown(config.all_permissions) || permissions === null) {
    return { permissions, all_permissions: config.all_permissions ?? unknown };
  }
  const named = permissions.filter((key) => typeof key === "string");
  const isWhole = named.length === permissions.length;
  if (isWhole && prior?.permissions && isSameSet(named, prior.permissions)) {
    return { permissions, all_permissions: config.all_permissions ?? prior.all_permissions };
  }
  const catalogue = await organization?.catalogue(signal);
  if (catalogue === undefined) return { permissions, all_permissions: config.all_permissions ?? unknown };
  refuseUnknownPermissions(named, catalogue);
  if (!isWhole) return { permissions, all_permissions: config.all_permissions ?? unknown };
  warnOfHalfScim(named, diagnostics);
  const given = new Set(named);
  return {
    permissions,
    all_permissions: config.all_permissions ?? catalogue.every(({ key }) => given.has(key)),
  };
}

/** `all_permissions = true`: the catalogue as it is now. */
async function planEverything(
  { config, plan, prior, diagnostics, signal }: Context,
  organization: Organization | undefined,
): Promise<Planned> {
  const catalogue = await organization?.catalogue(signal);
  const keys = catalogue?.map(({ key }) => key);
  const { permissions: configured } = config;
  if (configured !== null) {
    // Generated configurations and ignore_changes give both, with the keys that the token has.
    if (isUnknown(configured) || keys === undefined)
      return { all_permissions: true, permissions: configured };
    const given = configured.filter((key) => typeof key === "string");
    const isUnchanged =
      prior?.all_permissions === true && prior.permissions !== null && isSameSet(given, prior.permissions);
    if (!isUnchanged && !isSameSet(given, keys)) throw twoWays();
    return { all_permissions: true, permissions: configured };
  }
  // A token that stays paused cannot be edited, and need not be: it gets what the catalogue has when it is resumed.
  if (prior?.all_permissions && prior.status !== "active" && plan.enabled === false) {
    return { all_permissions: true, permissions: prior.permissions };
  }
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

const twoWays = (): DiagnosticError =>
  new DiagnosticError(
    "Two ways to give permissions",
    "permissions and all_permissions = true are both set. Keep permissions to name them, or all_permissions for all.",
    at("all_permissions"),
  );

function warnOfHalfScim(keys: readonly string[], diagnostics: Diagnostics): void {
  const given = SCIM_PERMISSIONS.filter((key) => keys.includes(key));
  const missing = SCIM_PERMISSIONS.find((key) => !keys.includes(key));
  if (given.length === 0 || missing === undefined) return;
  diagnostics.warning(
    "Half of the permissions for SCIM",
    `The token has ${given.join()} without ${missing}. User provisioning over SCIM needs both; if that is what the token is ` +
      "for, use provider::safetyculture::scim_permissions(). For other purposes this warning means nothing.",
    at("permissions"),
  );
}
