import { at, type Diagnostics, defineResource, isUnknown } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { createToken } from "./create.js";
import { deleteToken, planDestroyToken } from "./delete.js";
import { importToken } from "./import.js";
import { planToken } from "./plan.js";
import { readToken } from "./read.js";
import { serviceUserTokenSchema, type TokenConfig } from "./schema.js";
import { updateToken } from "./update.js";

/** `safetyculture_service_user_token`: the life of one token. */
export const serviceUserToken = defineResource<typeof serviceUserTokenSchema.attributes, ProviderClient>({
  name: "service_user_token",
  schema: serviceUserTokenSchema,
  validate: exactlyOneWayToGivePermissions,
  modifyPlan: planToken,
  planDestroy: planDestroyToken,
  create: createToken,
  read: readToken,
  update: updateToken,
  delete: deleteToken,
  import: importToken,
});

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
