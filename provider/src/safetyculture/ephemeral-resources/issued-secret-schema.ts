import { attribute } from "../../framework/index.js";

/** Ephemeral `safetyculture_issued_secret`. */
export const issuedSecretSchema = {
  description:
    "Hands over the secret that this run issued for a token, so that another provider can store it, without a trace in " +
    "state or plan. It calls no API. In a run that issued no secret for the token, `secret` is null.",
  attributes: {
    token_id: attribute.string("required", {
      description: "`id` of the `safetyculture_service_user_token`.",
    }),
    secret_version: attribute.integer("required", {
      description:
        "`secret_version` of the same token. It is unknown while a secret is planned, which makes Terraform open this " +
        "resource after the token was applied.",
    }),
    secret: attribute.string("computed", {
      description: "The secret; null when this run issued none for this version of the token.",
      sensitive: true,
    }),
    issued: attribute.bool("computed", { description: "Whether this run issued it." }),
  },
};
