import type { CreateServiceUserTokenRequest } from "@safetyculture-tokens/sdk";
import type { WriteContext } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { issuedSecret, keptOf, known, stateOf } from "./state.js";

type Context = WriteContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Makes a token; one that is not enabled is revoked as soon as it exists. */
export async function createToken({ plan, client, signal, save }: Context): Promise<TokenState> {
  const organization = organizationOf(client);
  const request = {
    name: known(plan.name, "name"),
    inactivity_expiry_days: known(plan.inactivity_expiry_days, "inactivity_expiry_days"),
    permissions: known(plan.permissions, "permissions"),
  } as CreateServiceUserTokenRequest;
  const { token, secret } = await organization.create(request, signal);
  const kept = keptOf(plan, issuedSecret(secret, 0));
  const state = stateOf(token, kept);
  if (plan.enabled !== false) return state;
  save(state);
  return stateOf(await organization.revoke(token, signal), kept);
}
