import {
  attribute,
  exactlyOneOf,
  lengthBetween,
  noControlCharacters,
  noNullElements,
  notEmpty,
  type State,
} from "../../framework/index.js";

/** Ephemeral `safetyculture_service_user_token`. */
export const ephemeralTokenSchema = {
  description:
    "A token that exists while Terraform applies, for another provider or a provisioner to work with: created when it is " +
    "first needed, revoked and deleted at the end, and stored nowhere. What a killed run left behind is deleted by the next " +
    "run with the same key. It takes one of the organization's active tokens while it exists.",
  attributes: {
    enabled: attribute.bool("required", {
      description:
        "Whether the token is created. Give `terraform.applying`: a plan then calls no API, and has null in place of the " +
        "values below.",
    }),
    organization: attribute.string("optional", {
      description:
        "Key of one of the provider's `organizations`; without it, the organization of the provider block.",
    }),
    name: attribute.string("required", {
      description: "What the token is for. It is a part of the token's name in the web app.",
      validators: [lengthBetween(1, 80), noControlCharacters()],
    }),
    key: attribute.string("optional", {
      description:
        "Tells the tokens of this configuration from those of others: an apply deletes what is left of tokens with the " +
        "same key, so no two runs at the same time may share one. Default: the name.",
      validators: [lengthBetween(1, 130)],
    }),
    permissions: attribute.set("optional", "string", {
      description: "Keys of the permissions that the token has.",
      validators: [notEmpty("A token has at least one permission."), noNullElements()],
    }),
    all_permissions: attribute.bool("optional", {
      description: "`true` instead of `permissions` gives it every permission.",
    }),
    id: attribute.string("computed", { description: "Id of the token, a UUID." }),
    service_user_id: attribute.string("computed", {
      description: "Id of the service user behind the token.",
    }),
    secret: attribute.string("computed", { description: "The API token itself.", sensitive: true }),
  },
  rules: [exactlyOneOf("permissions", "all_permissions")],
};

export type EphemeralTokenState = State<typeof ephemeralTokenSchema.attributes>;
