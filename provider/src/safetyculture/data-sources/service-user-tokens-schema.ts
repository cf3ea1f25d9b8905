import { attribute, integerBetween, notBlank, oneOf, type State } from "../../framework/index.js";

const computed = (description: string) => attribute.string("computed", { description });

/** `data.safetyculture_service_user_tokens`. */
export const serviceUserTokensSchema = {
  description:
    "The service user tokens of the organization, oldest first, without their secrets. A token is listed when it fits " +
    "every filter given.",
  attributes: {
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
        id: computed("Id of the token, a UUID."),
        service_user_id: computed("Id of the service user behind the token."),
        organization_id: computed("Id of the organization."),
        name: computed("Its name."),
        inactivity_expiry_days: attribute.integer("computed", {
          description: "Days without use after which it expires.",
        }),
        permissions: attribute.set("computed", "string", { description: "Keys of its permissions." }),
        status: computed("`active`, `revoked` or `expired`."),
        created_at: computed("When it was made, RFC 3339."),
        updated_at: computed("When it last changed."),
        secret_issued_at: computed("When its present secret was issued."),
        last_used_at: computed("When it was last used; null when its secret was never used."),
        revoked_at: computed("When it was revoked; null unless it is."),
        expires_at: computed("When it expires unless it is used; null unless it is active."),
      },
      { description: "The tokens." },
    ),
  },
};

export type TokensState = State<typeof serviceUserTokensSchema.attributes>;
