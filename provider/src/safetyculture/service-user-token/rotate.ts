import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { isUnknown, type UpdateContext } from "../../framework/index.js";
import type { RotatedToken } from "../issued-token.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { deadlineOf } from "./deadline.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { formatTime, known } from "./state.js";

type Context = UpdateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Gives the token its new secret, and says what it left to be retired. */
export async function rotate(
  organization: Organization,
  token: ServiceUserToken,
  context: Context,
): Promise<RotatedToken & { readonly previous: TokenState["previous"] }> {
  const { plan, prior, privateState } = context;
  const rotation = isUnknown(plan.rotation) || plan.rotation === null ? undefined : plan.rotation;
  const hours = rotation === undefined ? 24 : (known(rotation.grace_hours, "grace_hours") ?? 24);
  const notes = new TokenNotes(privateState);
  const rotated = await organization.rotate(
    token,
    {
      strategy: rotation?.strategy === "overlap" ? "overlap" : "in_place",
      whenFull: rotation?.when_full === "in_place" ? "in_place" : "error",
      graceHours: hours,
      name: known(plan.name, "name"),
    },
    { ...context, deadlineMs: deadlineOf(plan, "update") },
  );
  notes.set("age_days", undefined);
  notes.set("rotate_now", undefined);
  notes.set("rotation_unfinished", undefined);
  notes.set("hours_since_rotation", undefined);
  notes.set("verified_at", rotated.verified ? formatTime(organization.now().getTime()) : undefined);
  notes.set("unverified", !rotated.verified);
  const { outgoing } = rotated;
  const previous =
    outgoing === null
      ? null
      : {
          id: outgoing.id,
          name: outgoing.name,
          secret_fingerprint: prior.secret_fingerprint,
          rotated_at: formatTime(Date.parse(outgoing.retireAfter) - hours * 3_600_000),
          retire_after: outgoing.retireAfter,
        };
  return { ...rotated, previous };
}
