import { at, DiagnosticError, defineEphemeralResource } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { unsealedSecretSchema } from "./unsealed-secret-schema.js";

export const unsealedSecret = defineEphemeralResource<typeof unsealedSecretSchema.attributes, ProviderClient>(
  {
    name: "unsealed_secret",
    schema: unsealedSecretSchema,
    async open({ config, registerSecret }) {
      const { unseal } = await import("../sealing.js");
      const outcome = await unseal(config.sealed_secret, config.private_jwk);
      if ("problem" in outcome) {
        throw new DiagnosticError(
          "Secret not unsealed",
          `${outcome.problem} Give the private JWK of the recipient whose sealed secret this is.`,
          at(outcome.attribute),
        );
      }
      registerSecret(outcome.secret);
      return { result: { ...config, secret: outcome.secret } };
    },
  },
);
