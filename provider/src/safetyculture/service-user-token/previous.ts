import { DiagnosticError, isUnknown, type UpdateContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { known } from "./state.js";

type Context = UpdateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Ends or renames the outgoing token of an earlier rotation, as the plan says, and says what is left of it. */
export async function retirePrevious(
  organization: Organization,
  context: Context,
): Promise<TokenState["previous"]> {
  const { plan, prior, signal } = context;
  const { previous } = prior;
  if (previous === null || previous.id === null) return null;
  const planned = plan.previous;
  // Unknown: a rotation follows, which leaves an outgoing token of its own.
  if (planned === null || isUnknown(planned)) {
    if (planned === null && plan.enabled !== false) await refuseUnverified(organization, context);
    await organization.end(previous.id, signal);
    return null;
  }
  const retireAfter = known(planned.retire_after, "previous.retire_after");
  if (retireAfter === previous.retire_after || retireAfter === null) return previous;
  // Its name says when it retires, so it says the new time from now on.
  const name = previous.name?.replace(previous.retire_after ?? retireAfter, retireAfter) ?? null;
  if (name !== null && name !== previous.name) await organization.rename(previous.id, name, signal);
  return { ...previous, name, retire_after: retireAfter };
}

/** The outgoing token stays until its successor is known to work. */
async function refuseUnverified(organization: Organization, context: Context): Promise<void> {
  const { prior, privateState, signal } = context;
  const notes = new TokenNotes(privateState);
  if (!notes.flag("unverified")) return;
  const works =
    prior.secret === null
      ? (await organization.get(prior.id ?? "", prior.organization_id, signal))?.last_used_at !== null
      : (await organization.credential.ownerOf(prior.secret, signal)) !== undefined;
  if (!works) {
    throw new DiagnosticError(
      "Successor not seen to work",
      `Token ${prior.previous?.id} is to be retired, but the secret of its successor ${prior.id} could not be seen to work. ` +
        "Use the new secret once, or set rotation.grace_hours higher to keep the outgoing token for longer, and apply again.",
    );
  }
  notes.set("unverified", undefined);
}
