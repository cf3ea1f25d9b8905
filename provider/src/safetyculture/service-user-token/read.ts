import type { StateContext } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenState } from "./schema.js";
import { stateOf } from "./state.js";

type Context = StateContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** The token as it is now; `undefined` only when it certainly no longer exists. */
export async function readToken({
  state,
  client,
  diagnostics,
  signal,
}: Context): Promise<TokenState | undefined> {
  if (!client.organization) return state;
  const token = await client.organization.find(state.id ?? "", state.organization_id, signal);
  if (!token) return undefined;
  const reissued = state.secret_issued_at !== null && state.secret_issued_at !== token.secret_issued_at;
  if (reissued && state.secret !== null) {
    diagnostics.warning(
      "Secret issued elsewhere",
      `Token ${token.id} was regenerated outside Terraform, so the secret in the state no longer works and is dropped ` +
        "from it. For a secret that Terraform knows, pause the token (enabled = false) and enable it again.",
    );
  }
  return stateOf(token, state);
}
