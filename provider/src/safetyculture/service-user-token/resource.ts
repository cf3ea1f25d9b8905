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
  validate: validateToken,
  modifyPlan: planToken,
  planDestroy: planDestroyToken,
  create: createToken,
  read: readToken,
  update: updateToken,
  delete: deleteToken,
  import: importToken,
});

/** Rules across attributes. That both ways to give permissions are used is judged by the plan, which knows the catalogue. */
function validateToken(config: TokenConfig, diagnostics: Diagnostics): void {
  const { permissions, all_permissions: all, secret_storage: storage, sealed_to: recipients } = config;
  if (permissions === null && !isUnknown(all) && all !== true) {
    diagnostics.error(
      "No permissions",
      "A token needs permissions: name them in permissions, or give it every one with all_permissions = true.",
      at(all === false ? "all_permissions" : "permissions"),
    );
  }
  if (storage === "sealed" && recipients === null) {
    diagnostics.error(
      "No recipients",
      'secret_storage = "sealed" needs sealed_to: at least one public key to encrypt the secret to.',
      at("secret_storage"),
    );
  }
  if (recipients !== null && !isUnknown(recipients) && !isUnknown(storage) && storage !== "sealed") {
    diagnostics.error(
      "Recipients without sealing",
      'sealed_to is given, but the secret is not sealed. Set secret_storage = "sealed", or remove sealed_to.',
      at("sealed_to"),
    );
  }
}
