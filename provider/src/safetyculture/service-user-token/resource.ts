import {
  at,
  type Diagnostics,
  defineResource,
  isUnknown,
  parseDuration,
  withTimeout,
} from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { createToken } from "./create.js";
import { deleteToken, planDestroyToken } from "./delete.js";
import { importToken } from "./import.js";
import { planToken } from "./plan.js";
import { readToken } from "./read.js";
import { DEFAULT_TIMEOUTS, serviceUserTokenSchema, type TokenConfig, type TokenPlan } from "./schema.js";
import { updateToken } from "./update.js";

/** `safetyculture_service_user_token`: the life of one token. */
export const serviceUserToken = defineResource<typeof serviceUserTokenSchema.attributes, ProviderClient>({
  name: "service_user_token",
  schema: serviceUserTokenSchema,
  validate: exactlyOneWayToGivePermissions,
  modifyPlan: planToken,
  planDestroy: planDestroyToken,
  create: (context) => limited("create", context, context.plan.timeouts, createToken),
  read: (context) => limited("read", context, context.state.timeouts, readToken),
  update: (context) => limited("update", context, context.plan.timeouts, updateToken),
  delete: (context) => limited("delete", context, context.state.timeouts, deleteToken),
  import: importToken,
});

/** Runs an operation within the time that the configuration, or the default, gives it. */
function limited<C extends { readonly signal: AbortSignal }, T>(
  operation: keyof typeof DEFAULT_TIMEOUTS,
  context: C,
  timeouts: TokenPlan["timeouts"],
  run: (context: C) => Promise<T>,
): Promise<T> {
  const configured = isUnknown(timeouts) ? null : timeouts?.[operation];
  const text = typeof configured === "string" ? configured : DEFAULT_TIMEOUTS[operation];
  return withTimeout(operation, parseDuration(text) ?? 0, context.signal, (signal) =>
    run({ ...context, signal }),
  );
}

function exactlyOneWayToGivePermissions(config: TokenConfig, diagnostics: Diagnostics): void {
  const { permissions, all_permissions: all } = config;
  if (permissions !== null && all === true) {
    diagnostics.error(
      "Two ways to give permissions",
      "permissions and all_permissions = true are both set. Keep permissions to name them, or all_permissions for all.",
      at("all_permissions"),
    );
  }
  if (permissions === null && !isUnknown(all) && all !== true) {
    diagnostics.error(
      "No permissions",
      "A token needs permissions: name them in permissions, or give it every one with all_permissions = true.",
      at(all === false ? "all_permissions" : "permissions"),
    );
  }
}
