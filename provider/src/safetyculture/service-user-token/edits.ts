import type { ServiceUserToken, UpdateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
import { DiagnosticError, type WriteContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { TokenNotes } from "./notes.js";
import type { serviceUserTokenSchema, TokenPlan } from "./schema.js";
import { asSent, isSameName, isSameSet, noteServerChanges } from "./server-changes.js";
import { known } from "./state.js";

type Context = WriteContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** The settings of a token that its plan decides. */
export function wantedOf(plan: TokenPlan) {
  return {
    name: known(plan.name, "name"),
    inactivity_expiry_days: known(plan.inactivity_expiry_days, "inactivity_expiry_days"),
    permissions: known(plan.permissions, "permissions"),
  } as Required<UpdateServiceUserTokenRequest>;
}

/**
 * Edits what differs from the plan, so that a change of settings that are Terraform's alone sends nothing.
 *
 * @returns The token as it is after that, with the values that were sent where the API made others of them.
 */
export async function edit(
  organization: Organization,
  found: ServiceUserToken,
  context: Context,
): Promise<ServiceUserToken> {
  const notes = new TokenNotes(context.privateState);
  const wanted = wantedOf(context.plan);
  const changes = changesOf(asSent(found, notes), wanted);
  if (Object.keys(changes).length === 0) return asSent(found, notes);
  const token = await organization.update(found, changes, context.signal);
  noteServerChanges(token, wanted, { notes, diagnostics: context.diagnostics });
  return asSent(token, notes);
}

/** A failed edit must not look like a failed issue: the new secret is kept by every host, and the next apply edits. */
export async function editAfterIssue(
  organization: Organization,
  token: ServiceUserToken,
  context: Context,
): Promise<ServiceUserToken> {
  try {
    return await edit(organization, token, context);
  } catch (error) {
    const why = error instanceof DiagnosticError ? `${error.summary}: ${error.detail}` : String(error);
    context.diagnostics.warning(
      "Token not edited yet",
      `Token ${token.id} has its new secret, but could not be edited afterwards. The next apply does it. ${why}`,
    );
    return { ...token, ...wantedOf(context.plan) };
  }
}

function changesOf(
  token: ServiceUserToken,
  { name, inactivity_expiry_days: days, permissions }: Required<UpdateServiceUserTokenRequest>,
): UpdateServiceUserTokenRequest {
  return {
    ...(isSameName(name, token.name) ? {} : { name }),
    ...(days === token.inactivity_expiry_days ? {} : { inactivity_expiry_days: days }),
    ...(isSameSet(permissions, token.permissions) ? {} : { permissions }),
  };
}
