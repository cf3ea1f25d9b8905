import {
  attribute,
  type Config,
  lengthBetween,
  noControlCharacters,
  noNullElements,
  notEmpty,
  oneOf,
  type Plan,
  requiresReplace,
  type State,
  timeouts,
} from "../../framework/index.js";

import { publicJwks } from "./public-jwks.js";
import { previous, rotation } from "./rotation-schema.js";

/** Days without use after which a token may expire (help article: 31, 45, 60 or 180). */
export const EXPIRY_DAYS = [31, 45, 60, 180] as const;

/** How long each operation may take unless the configuration says otherwise. */
export const DEFAULT_TIMEOUTS = { create: "5m", read: "2m", update: "5m", delete: "5m" } as const;

/** `safetyculture_service_user_token`. */
export const serviceUserTokenSchema = {
  description:
    "A service user with its API token: what an integration connects with. The name, the expiry and the permissions " +
    "change in place; a new secret is issued only when the token is made, rotated, or comes back from a pause or an expiry.",
  attributes: {
    name: attribute.string("required", {
      description: "What the token is for, 1 to 130 characters. Need not be unique.",
      validators: [lengthBetween(1, 130), noControlCharacters()],
      equivalent: (a, b) => a.normalize("NFC") === b.normalize("NFC"),
    }),
    organization: attribute.string("optional", {
      description:
        "Key of one of the provider's `organizations`; without it, the organization of the provider block. A change " +
        "makes a new token.",
      planModifiers: [requiresReplace()],
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
    rotation,
    secret_storage: attribute.string("optionalComputed", {
      description:
        "Where the secret is stored: `state` (in `secret`), `sealed` (encrypted to the keys of `sealed_to`, in " +
        "`sealed_secrets`) or `none` (nowhere: the ephemeral resource `safetyculture_issued_secret` hands it over in the " +
        "run that issues it).",
      default: "state",
      validators: [oneOf("state", "sealed", "none")],
    }),
    sealed_to: attribute.map("optional", "string", {
      description:
        'With `secret_storage = "sealed"`, public keys by a name of your choice: each a JWK as JSON, of type EC (P-256, ' +
        "P-384, P-521), OKP (X25519) or RSA.",
      validators: [publicJwks()],
    }),
    adopt: attribute.string("optionalComputed", {
      description:
        "What a create does when the organization has a token of this name already: `never` (make another one), " +
        "`unused` (take it over if its secret was never used) or `any` (take it over; whoever uses it loses access). A " +
        "token that is taken over gets a new secret, and whatever else is configured.",
      default: "never",
      validators: [oneOf("never", "unused", "any")],
    }),
    timeouts: {
      ...timeouts(DEFAULT_TIMEOUTS),
      description:
        "How long an operation may take: every request, wait and repetition in it, and finding out what became of a request " +
        "whose response was lost. A create or regenerate that is on its way is waited for all the same, for at most " +
        "`request_timeout_seconds`, because its secret would be lost otherwise.",
    },
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
    next_rotation_at: attribute.string("computed", {
      description: "From when on `rotation.after_days` makes it due, RFC 3339; null without it.",
    }),
    secret: attribute.string("computed", {
      description:
        "The API token itself, for the integration to send. Null when `secret_storage` is not `state`, or when Terraform " +
        "never received it: after an import, or when it was regenerated elsewhere.",
      sensitive: true,
    }),
    sealed_secrets: attribute.map("computed", "string", {
      description:
        'With `secret_storage = "sealed"`, the secret encrypted to each key of `sealed_to`, as compact JWE.',
    }),
    secret_version: attribute.integer("computed", {
      description:
        "A number that goes up exactly when Terraform receives a new secret, also when the token is replaced, so it suits " +
        "the `…_wo_version` argument of whatever stores the secret. 0 after an import.",
    }),
    secret_fingerprint: attribute.string("computed", {
      description: "A short, irreversible fingerprint of the secret. Changes exactly when the secret does.",
    }),
    previous,
  },
};

type Attributes = typeof serviceUserTokenSchema.attributes;
export type TokenConfig = Config<Attributes>;
export type TokenPlan = Plan<Attributes>;
export type TokenState = State<Attributes>;
