import { defineEphemeralResource } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { issuedSecretSchema } from "./issued-secret-schema.js";

export const issuedSecret = defineEphemeralResource<typeof issuedSecretSchema.attributes, ProviderClient>({
  name: "issued_secret",
  schema: issuedSecretSchema,
  async open({ config, client }) {
    const secret = client.issued.get(config.token_id, config.secret_version);
    return { result: { ...config, secret: secret ?? null, issued: secret !== undefined } };
  },
});
