import { isLaterInstant } from "@safetyculture-tokens/sdk/instants";
import { at, isUnknown, type PlanContext, unknown, valuesEqual } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { rotateNow } from "../rotate-now.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenPlan, TokenState } from "./schema.js";
import { formatTime } from "./state.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;
type Rotation = TokenPlan["rotation"];

const HOUR_MS = 3_600_000;

/** Why a rotation is due, as the end of a sentence; "maybe" while a setting that decides it is unknown. */
export function rotationReason(
  { plan, privateState }: Pick<Context, "plan" | "privateState">,
  prior: TokenState,
): string | "maybe" | undefined {
  const notes = new TokenNotes(privateState);
  if (notes.flag("rotate_now")) return "the environment variable SAFETYCULTURE_ROTATE asks for it";
  if (notes.flag("rotation_unfinished")) return "an earlier rotation was interrupted, and is gone on with";
  const { rotation } = plan;
  if (rotation === null) return undefined;
  if (isUnknown(rotation)) return "maybe";
  const { keepers, after_days: days } = rotation;
  const before = prior.rotation?.keepers ?? null;
  if (before !== null && isUnknown(keepers)) return "maybe";
  if (before !== null && keepers !== null && !isUnknown(keepers)) {
    if (!valuesEqual(keepers, before, { map: "string" })) {
      return [...keepers.values()].some(isUnknown) ? "maybe" : `its keepers changed`;
    }
  }
  if (isUnknown(days)) return "maybe";
  if (days !== null && notes.number("age_days") >= days) return `its secret is at least ${days} days old`;
  return undefined;
}

/** A plan without a refresh cannot rotate on demand, because its apply would not see the same. */
export function warnOfUnrefreshedRotation(
  { client, diagnostics }: Pick<Context, "client" | "diagnostics">,
  { name, secret_issued_at: issuedAt }: TokenState,
): void {
  const moment = rotateNow(client.env, name);
  if (moment === undefined || issuedAt === null || !isLaterInstant(moment, issuedAt)) return;
  diagnostics.warning(
    "SAFETYCULTURE_ROTATE waits for a refresh",
    `The variable asks for a rotation of token ${JSON.stringify(name)}, which a refresh decides. Plan without -refresh=false.`,
  );
}

/** Whether a rotation makes a second token, as far as it is known. */
export const overlaps = (rotation: Rotation): boolean =>
  rotation !== null &&
  (isUnknown(rotation) || isUnknown(rotation.strategy) || rotation.strategy === "overlap");

/** Says in words what stops working, and when. */
export function warnOfRotation(
  { plan, diagnostics }: Pick<Context, "plan" | "diagnostics">,
  prior: TokenState,
  reason: string,
): void {
  const token = `Token ${JSON.stringify(prior.name)} (${prior.id})`;
  const why =
    reason === "maybe" ? "may be rotated, which is known after apply" : `will be rotated: ${reason}`;
  const { rotation } = plan;
  const path = rotation === null ? undefined : at("rotation");
  if (!overlaps(rotation)) {
    diagnostics.warning(
      "A secret will be rotated in place",
      `${token} ${why}. Its present secret stops working when this is applied, and whatever uses the token needs the new one.`,
      path,
    );
    return;
  }
  const grace = rotation !== null && !isUnknown(rotation) ? rotation.grace_hours : unknown;
  const hours = isUnknown(grace) ? "the grace_hours" : `${grace} hours`;
  const full =
    rotation !== null && !isUnknown(rotation) && rotation.when_full === "in_place"
      ? " If the organization has no room for a second active token, it is rotated in place, and the present secret stops at once."
      : "";
  diagnostics.warning(
    "A secret will be rotated with overlap",
    `${token} ${why}. A second token takes its place; the present secret goes on working for ${hours} after this is applied, ` +
      `and stops at the first apply after that.${full}`,
    path,
  );
  if (prior.previous !== null) {
    diagnostics.warning(
      "An outgoing token stops early",
      `Token ${prior.previous.id} of the rotation before still works, and there is room for one outgoing token only: it is ` +
        "revoked and deleted when this is applied.",
      path,
    );
  }
}

/** What becomes of the outgoing token when no rotation takes place. */
export function planPrevious(
  { plan, privateState }: Pick<Context, "plan" | "privateState">,
  prior: TokenState,
): TokenPlan["previous"] {
  const { previous } = prior;
  if (previous === null) return null;
  // Pausing stops the token at once, and what still works beside it.
  if (plan.enabled === false) return null;
  const { rotation } = plan;
  const configured = rotation === null || isUnknown(rotation) ? null : rotation.grace_hours;
  if (isUnknown(plan.enabled) || isUnknown(rotation) || isUnknown(configured)) return unknown;
  const rotatedAt = Date.parse(previous.rotated_at ?? "");
  const stored = (Date.parse(previous.retire_after ?? "") - rotatedAt) / HOUR_MS;
  const hours = configured ?? stored;
  if (Number.isNaN(hours) || new TokenNotes(privateState).number("hours_since_rotation") >= hours)
    return null;
  if (hours === stored) return previous;
  return { ...previous, name: unknown, retire_after: formatTime(rotatedAt + hours * HOUR_MS) };
}
