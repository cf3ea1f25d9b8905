import type { StateContext, WriteContext } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { stateOf } from "./state.js";

type Attributes = typeof serviceUserTokenSchema.attributes;
type Context = StateContext<Attributes, ProviderClient> &
  Pick<WriteContext<Attributes, ProviderClient>, "save">;

/** Refuses to plan a removal that would take away the provider's own credential. */
export async function planDestroyToken({ state, client, signal }: StateContext<Attributes, ProviderClient>) {
  const wanted = removal(state);
  if (wanted !== "retain") await client.organization?.refuseOwnCredential(state, wanted, signal);
}

/** Ends a token as `on_destroy` says. A token that is gone already is no failure. */
export async function deleteToken({ state, client, signal, save }: Context): Promise<void> {
  const wanted = removal(state);
  if (wanted === "retain") return;
  const organization = organizationOf(client);
  const token = await organization.find(state.id ?? "", state.organization_id, signal);
  if (!token) return;
  if (statusName(token.status) !== "revoked") {
    save(stateOf(await organization.revoke(token, signal), state));
  }
  if (wanted === "delete") await organization.delete(token, signal);
}

const removal = ({ on_destroy }: TokenState): "delete" | "revoke" | "retain" =>
  on_destroy === "revoke" || on_destroy === "retain" ? on_destroy : "delete";
