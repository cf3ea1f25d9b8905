import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { DiagnosticError, type ImportContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { rotateHint } from "../rotate-now.js";
import { theOneNamed } from "../token-by-name.js";
import type { TokenState } from "./schema.js";
import { stateOf } from "./state.js";

const BY_NAME = "name:";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes over an existing token without touching it: its secret stays what it is, and stays unknown to Terraform. */
export async function importToken(context: ImportContext<ProviderClient>): Promise<TokenState> {
  const { client, diagnostics, signal } = context;
  const { key, id } = splitOrganization(context.id);
  const organization = await client.organization(key);
  const token =
    id.startsWith(BY_NAME) && id.length > BY_NAME.length
      ? await theOneNamed(organization, id.slice(BY_NAME.length), signal)
      : await byId(organization, id, signal);
  diagnostics.warning(
    "Imported without its secret",
    `Terraform does not know the secret of token ${JSON.stringify(token.name)}, and leaves it as it is. For a secret that ` +
      `Terraform knows, apply once with the environment variable ${rotateHint(token.name, organization.now())}: the old ` +
      "secret stops working then.",
  );
  const has = new Set(token.permissions);
  const catalogue = await organization.catalogue(signal);
  return stateOf(token, {
    organization: key,
    rotation: null,
    secret_storage: "state",
    sealed_to: null,
    adopt: "never",
    previous: null,
    sealed_secrets: null,
    all_permissions: catalogue.every(({ key }) => has.has(key)),
    on_destroy: "delete",
    timeouts: null,
    secret: null,
    secret_issued_at: token.secret_issued_at,
    secret_version: 0,
    secret_fingerprint: null,
  });
}

/** `KEY/ID` names one of the provider's organizations. A name may hold a slash itself. */
function splitOrganization(text: string): { readonly key: string | null; readonly id: string } {
  const slash = text.startsWith(BY_NAME) ? -1 : text.indexOf("/");
  return slash > 0 ? { key: text.slice(0, slash), id: text.slice(slash + 1) } : { key: null, id: text };
}

async function byId(organization: Organization, id: string, signal: AbortSignal): Promise<ServiceUserToken> {
  if (!UUID.test(id)) {
    throw new DiagnosticError(
      "Import id not understood",
      `${JSON.stringify(id)} is neither the id of a token (a UUID) nor name:NAME with the name of one. In front of either, ` +
        "KEY/ names one of the provider's organizations.",
    );
  }
  const token = await organization.get(id.toLowerCase(), null, signal);
  if (token) return token;
  throw new DiagnosticError(
    "No such token",
    `The organization of the provider's api_token has no token ${id}.`,
  );
}
