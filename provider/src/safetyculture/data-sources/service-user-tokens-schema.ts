import { attribute, integerBetween, notBlank, oneOf, type State } from "../../framework/index.js";
import { tokenAttributes } from "./listed-token.js";
import { organization } from "./organization-arguments.js";

/** `data.safetyculture_service_user_tokens`. */
export const serviceUserTokensSchema = {
  description:
    "The service user tokens of the organization, oldest first, without their secrets. A token is listed when it fits " +
    "every filter given.",
  attributes: {
    organization,
    name: attribute.string("optional", { description: "Only tokens of exactly this name." }),
    name_prefix: attribute.string("optional", {
      description: "Only tokens whose name starts with this text.",
      validators: [notBlank()],
    }),
    status: attribute.string("optional", {
      description: "Only tokens of this status: `active`, `revoked` or `expired`.",
      validators: [oneOf("active", "revoked", "expired")],
    }),
    permission: attribute.string("optional", {
      description: "Only tokens that have the permission of this key.",
      validators: [notBlank()],
    }),
    expires_within_days: attribute.integer("optional", {
      description:
        "Only active tokens that expire within so many days from now unless they are used, 0 to 180.",
      validators: [integerBetween(0, 180)],
    }),
    ids: attribute.list("computed", "string", { description: "Ids of the tokens." }),
    tokens: attribute.objectList(
      "computed",
      {
        id: attribute.string("computed", { description: "Id of the token, a UUID." }),
        name: attribute.string("computed", { description: "Its name." }),
        ...tokenAttributes,
      },
      { description: "The tokens." },
    ),
  },
};

export type TokensState = State<typeof serviceUserTokensSchema.attributes>;
