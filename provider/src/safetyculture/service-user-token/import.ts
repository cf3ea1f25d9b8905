import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { DiagnosticError, type ImportContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import type { TokenState } from "./schema.js";
import { stateOf } from "./state.js";

const BY_NAME = "name:";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes over an existing token without touching it: its secret stays what it is, and stays unknown to Terraform. */
export async function importToken(context: ImportContext<ProviderClient>): Promise<TokenState> {
  const { id, client, diagnostics, signal } = context;
  const organization = organizationOf(client);
  const token =
    id.startsWith(BY_NAME) && id.length > BY_NAME.length
      ? await byName(organization, id.slice(BY_NAME.length), signal)
      : await byId(organization, id, signal);
  diagnostics.warning(
    "Imported without its secret",
    `Terraform does not know the secret of token ${JSON.stringify(token.name)}, and leaves it as it is. For a secret that ` +
      "Terraform knows, pause the token (enabled = false) and enable it again: the old secret stops working then.",
  );
  const has = new Set(token.permissions);
  const catalogue = await organization.catalogue(signal);
  return stateOf(token, {
    all_permissions: catalogue.every(({ key }) => has.has(key)),
    on_destroy: "delete",
    timeouts: null,
    secret: null,
    secret_issued_at: token.secret_issued_at,
    secret_version: 0,
    secret_fingerprint: null,
  });
}

async function byId(organization: Organization, id: string, signal: AbortSignal): Promise<ServiceUserToken> {
  if (!UUID.test(id)) {
    throw new DiagnosticError(
      "Import id not understood",
      `${JSON.stringify(id)} is neither the id of a token (a UUID) nor name:NAME with the name of one.`,
    );
  }
  const token = await organization.find(id.toLowerCase(), null, signal);
  if (token) return token;
  throw new DiagnosticError(
    "No such token",
    `The organization of the provider's api_token has no token ${id}.`,
  );
}

async function byName(
  organization: Organization,
  name: string,
  signal: AbortSignal,
): Promise<ServiceUserToken> {
  const tokens = [...(await organization.tokens(signal)).values()].filter((token) => token.name === name);
  const [token, ...others] = tokens;
  if (token && others.length === 0) return token;
  if (!token) {
    throw new DiagnosticError(
      "No such token",
      `The organization has no token of the name ${JSON.stringify(name)}. The data source ` +
        "safetyculture_service_user_tokens lists those that it has.",
    );
  }
  const lines = tokens.map(
    ({ id, status, created_at }) => `  - ${id} (${statusName(status)}, made ${created_at})`,
  );
  throw new DiagnosticError(
    "Name not unique",
    `${tokens.length} tokens have the name ${JSON.stringify(name)}. Import one of them by its id:\n${lines.join("\n")}`,
  );
}
