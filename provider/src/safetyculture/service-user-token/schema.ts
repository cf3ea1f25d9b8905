import {
  attribute,
  type Config,
  lengthBetween,
  noControlCharacters,
  noNullElements,
  notEmpty,
  oneOf,
  type Plan,
  type State,
  timeouts,
} from "../../framework/index.js";

/** Days without use after which a token may expire (help article: 31, 45, 60 or 180). */
export const EXPIRY_DAYS = [31, 45, 60, 180] as const;

/** How long each operation may take unless the configuration says otherwise. */
export const DEFAULT_TIMEOUTS = { create: "5m", read: "2m", update: "5m", delete: "5m" } as const;

/** `safetyculture_service_user_token`. */
export const serviceUserTokenSchema = {
  description:
    "A service user with its API token: what an integration connects with. The name, the expiry and the permissions " +
    "change in place; a new secret is issued only when the token is made or comes back from a pause or an expiry.",
  attributes: {
    name: attribute.string("required", {
      description: "What the token is for, 1 to 130 characters. Need not be unique.",
      validators: [lengthBetween(1, 130), noControlCharacters()],
    }),
    inactivity_expiry_days: attribute.integer("optionalComputed", {
      description: "Days without use after which the token expires: 31, 45, 60 or 180.",
      default: 45,
      validators: [oneOf(...EXPIRY_DAYS)],
    }),
    permissions: attribute.set("optionalComputed", "string", {
      description:
        "Keys of the permissions that the token has, such as `inspections.view`; the data source " +
        "`safetyculture_permissions` lists them. Exactly one of `permissions` and `all_permissions` is given.",
      validators: [
        notEmpty("A token has at least one permission. Name one, or set all_permissions = true instead."),
        noNullElements(),
      ],
    }),
    all_permissions: attribute.bool("optionalComputed", {
      description:
        "`true` gives the token every permission of the catalogue as it is at the time of the plan. Read back, it " +
        "says whether the token had all of them when its permissions were last set.",
    }),
    enabled: attribute.bool("optionalComputed", {
      description:
        "`false` revokes the token, which stops it at once and frees its place among the 20 active ones; `true` " +
        "again regenerates it, which issues a new secret. A paused token cannot be edited.",
      default: true,
    }),
    on_destroy: attribute.string("optionalComputed", {
      description:
        "What becomes of the token when it is removed from the configuration: `delete` (revoked, then deleted), " +
        "`revoke`, or `retain` (left as it is, no longer managed).",
      default: "delete",
      validators: [oneOf("delete", "revoke", "retain")],
    }),
    // A create or regenerate on its way is waited for, whatever the timeout, so that its secret is not lost.
    timeouts: timeouts(DEFAULT_TIMEOUTS),
    id: attribute.string("computed", { description: "Id of the token, a UUID." }),
    service_user_id: attribute.string("computed", {
      description: "Id of the service user behind the token.",
    }),
    organization_id: attribute.string("computed", {
      description: "Id of the organization that the token belongs to.",
    }),
    status: attribute.string("computed", {
      description: "`active`, `revoked`, or `expired` after too many days without use.",
    }),
    created_at: attribute.string("computed", { description: "When the token was made, RFC 3339." }),
    secret_issued_at: attribute.string("computed", {
      description: "When its present secret was issued, RFC 3339.",
    }),
    secret: attribute.string("computed", {
      description:
        "The API token itself, for the integration to send. Null when Terraform never received it: after an import, " +
        "or when it was regenerated elsewhere.",
      sensitive: true,
    }),
    secret_version: attribute.integer("computed", {
      description:
        "A number that goes up exactly when Terraform receives a new secret, also when the token is made anew, so it suits " +
        "the `…_wo_version` argument of whatever stores the secret. 0 after an import.",
    }),
    secret_fingerprint: attribute.string("computed", {
      description: "A short, irreversible fingerprint of the secret. Changes exactly when the secret does.",
    }),
  },
};

type Attributes = typeof serviceUserTokenSchema.attributes;
export type TokenConfig = Config<Attributes>;
export type TokenPlan = Plan<Attributes>;
export type TokenState = State<Attributes>;
