import { attribute, integerBetween, oneOf } from "../../framework/index.js";

/** `rotation` of a token, as it is configured. */
export const rotation = attribute.object(
  "optional",
  {
    keepers: attribute.map("optional", "string", {
      description:
        "Values of your choice. A change of them rotates; setting them for the first time, or removing them, does not.",
    }),
    after_days: attribute.integer("optional", {
      description:
        "Rotates when the secret is this many days old, at the first apply from then on. Whether it is due is decided " +
        "when Terraform refreshes the token.",
      validators: [integerBetween(1, 3660)],
    }),
    strategy: attribute.string("optionalComputed", {
      description:
        "`in_place`: the token is revoked and regenerated, so the old secret stops at once. `overlap`: a second token " +
        "takes its place, and the outgoing one works until `grace_hours` have passed.",
      default: "in_place",
      validators: [oneOf("in_place", "overlap")],
    }),
    grace_hours: attribute.integer("optionalComputed", {
      description:
        "With `overlap`, for how long the outgoing token goes on working after a rotation. It is retired at the first " +
        "apply after that. A later change counts from the time of the rotation: 0 retires it at the next apply.",
      default: 24,
      validators: [integerBetween(0, 24 * 366)],
    }),
    when_full: attribute.string("optionalComputed", {
      description:
        "With `overlap`, what to do when the organization has no room for another active token: fail with `error`, or " +
        "rotate `in_place`.",
      default: "error",
      validators: [oneOf("error", "in_place")],
    }),
  },
  {
    description:
      "When and how the token gets a new secret. A rotation is an update, never a replacement of the resource. The " +
      'environment variable `SAFETYCULTURE_ROTATE="NAME@TIME,…"` rotates now what was issued before a time.',
  },
);

/** `previous` of a token: what an overlapping rotation left to be retired. */
export const previous = attribute.object(
  "computed",
  {
    id: attribute.string("computed", { description: "Its id." }),
    name: attribute.string("computed", { description: "Its name, which says that it is retiring." }),
    secret_fingerprint: attribute.string("computed", {
      description: "Fingerprint of its secret; null when Terraform never had it.",
    }),
    rotated_at: attribute.string("computed", { description: "When the rotation took place, RFC 3339." }),
    retire_after: attribute.string("computed", {
      description: "From when on an apply revokes and deletes it, RFC 3339.",
    }),
  },
  {
    description:
      "The outgoing token of an overlapping rotation, which works until it is retired; null when there is none.",
  },
);
