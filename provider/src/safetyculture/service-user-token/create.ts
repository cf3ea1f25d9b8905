import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import type { WriteContext } from "../../framework/index.js";
import type { Issued } from "../issued-token.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import { findAdoptable } from "./adopt.js";
import { deadlineOf } from "./deadline.js";
import { edit, editAfterIssue, wantedOf } from "./edits.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { sealerOf } from "./sealer.js";
import { asSent, noteServerChanges } from "./server-changes.js";
import { keptOf, received, stateOf } from "./state.js";

type Context = WriteContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Makes a token, or takes one over; one that is not enabled is revoked as soon as it exists. */
export async function createToken(context: Context): Promise<TokenState> {
  const { plan, client, signal, save, diagnostics, privateState } = context;
  const organization = await client.organization(plan.organization);
  const sealer = await sealerOf(plan);
  const notes = new TokenNotes(privateState);
  const wanted = wantedOf(plan);
  const adopted = await findAdoptable(organization, context);
  const issued = await (adopted === undefined
    ? create(organization, context)
    : takeOver(organization, adopted, context));
  const secret = await received(issued, { plan, issued: client.issued, sealer, previousVersion: 0 });
  const kept = keptOf(plan, { ...secret, previous: null });
  save(stateOf(issued.token, kept));
  if (adopted === undefined) noteServerChanges(issued.token, wanted, { notes, diagnostics });
  const token =
    adopted === undefined ? issued.token : await editAfterIssue(organization, issued.token, context);
  const state = stateOf(asSent(token, notes), kept);
  if (plan.enabled !== false) return state;
  // What cannot be paused is not to stay behind active, whatever on_destroy says of the token that was wanted.
  save({ ...state, on_destroy: "delete" });
  try {
    return stateOf(asSent(await organization.revoke(issued.token, signal), notes), kept);
  } catch (error) {
    diagnostics.warning(
      "Token left active",
      `Token ${issued.token.id} was created but could not be paused: its secret works.`,
    );
    throw error;
  }
}

async function create(organization: Organization, context: Context): Promise<Issued> {
  const wanted = wantedOf(context.plan);
  const deadlineMs = deadlineOf(context.plan, "create");
  const { token, secret, isNamed } = await organization.create(wanted, { ...context, deadlineMs });
  if (isNamed) return { token, secret };
  context.diagnostics.warning(
    "Token not renamed yet",
    `Token ${token.id} exists and its secret works, but it could not be given its name and is still named ` +
      `${JSON.stringify(token.name)}. The next apply renames it.`,
  );
  return { token: { ...token, name: wanted.name }, secret };
}

/** Edits a token that is taken over, and stops it, so that issuing its new secret is all that is left to do. */
async function takeOver(
  organization: Organization,
  found: ServiceUserToken,
  context: Context,
): Promise<Issued> {
  const { signal } = context;
  const edited = statusName(found.status) === "active" ? await edit(organization, found, context) : found;
  const stopped =
    statusName(edited.status) === "revoked" ? edited : await organization.revoke(edited, signal);
  return organization.regenerate(stopped, { ...context, deadlineMs: deadlineOf(context.plan, "create") });
}
