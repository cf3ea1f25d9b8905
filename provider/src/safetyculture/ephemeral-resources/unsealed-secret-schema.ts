import { attribute, notBlank } from "../../framework/index.js";

/** Ephemeral `safetyculture_unsealed_secret`. */
export const unsealedSecretSchema = {
  description:
    "Opens a sealed secret of a token while Terraform runs, so that another provider can store it. Neither the private " +
    "key nor the secret is stored.",
  attributes: {
    sealed_secret: attribute.string("required", {
      description: "A value of the token's `sealed_secrets`: a compact JWE.",
      validators: [notBlank()],
    }),
    private_jwk: attribute.string("required", {
      description:
        "The private JWK, as JSON, that belongs to the public one in `sealed_to`. Take it from an ephemeral resource or " +
        "an ephemeral variable.",
      sensitive: true,
    }),
    secret: attribute.string("computed", { description: "The secret.", sensitive: true }),
  },
};
