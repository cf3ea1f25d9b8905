import type { StateContext, WriteContext } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { stateOf } from "./state.js";

type Attributes = typeof serviceUserTokenSchema.attributes;
type Context = StateContext<Attributes, ProviderClient> &
  Pick<WriteContext<Attributes, ProviderClient>, "save">;

/** Refuses to plan a removal that would take away the provider's own credential. */
export async function planDestroyToken(context: StateContext<Attributes, ProviderClient>) {
  const { state, client, signal } = context;
  const wanted = removal(state);
  if (wanted === "retain") return;
  const organization = await client.available(state.organization, context);
  await organization?.credential.refuseFor(state, wanted, signal);
  organization?.budget.planEnd(state.status === "active");
}

/** Ends a token as `on_destroy` says. A token that is revoked or gone already is no failure. */
export async function deleteToken({ state, client, signal, save }: Context): Promise<void> {
  client.issued.saw(state.secret_version);
  const wanted = removal(state);
  if (wanted === "retain") return;
  const organization = await client.organization(state.organization);
  await organization.whileEnding(async () => {
    if (state.previous !== null && state.previous.id !== null) {
      if (wanted === "delete") await organization.end(state.previous.id, signal);
      else await organization.stop(state.previous.id, signal);
    }
    const token = await organization.get(state.id ?? "", state.organization_id, signal);
    if (token === undefined) return;
    if (statusName(token.status) !== "revoked") {
      const revoked = await organization.revoke(token, signal);
      save({ ...stateOf(revoked, state), previous: null });
    }
    if (wanted === "delete") await organization.delete(token, signal);
  });
}

const removal = ({ on_destroy }: TokenState): "delete" | "revoke" | "retain" =>
  on_destroy === "revoke" || on_destroy === "retain" ? on_destroy : "delete";
