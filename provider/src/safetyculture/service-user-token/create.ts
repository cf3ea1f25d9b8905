import type { CreateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
import type { WriteContext } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { issuedSecret, keptOf, known, stateOf } from "./state.js";

type Context = WriteContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Makes a token; one that is not enabled is revoked as soon as it exists. */
export async function createToken(context: Context): Promise<TokenState> {
  const { plan, client, signal, save, diagnostics } = context;
  const organization = organizationOf(client);
  const request = {
    name: known(plan.name, "name"),
    inactivity_expiry_days: known(plan.inactivity_expiry_days, "inactivity_expiry_days"),
    permissions: known(plan.permissions, "permissions"),
  } as CreateServiceUserTokenRequest;
  const { token, secret } = await organization.create(request, context);
  const kept = keptOf(plan, issuedSecret(secret, token, 0));
  const state = stateOf(token, kept);
  if (plan.enabled !== false) return state;
  // What cannot be paused is not to stay behind active, whatever on_destroy says of the token that was wanted.
  save({ ...state, on_destroy: "delete" });
  try {
    return stateOf(await organization.revoke(token, signal), kept);
  } catch (error) {
    diagnostics.warning(
      "Token left active",
      `Token ${token.id} was created but could not be paused: its secret works.`,
    );
    throw error;
  }
}
