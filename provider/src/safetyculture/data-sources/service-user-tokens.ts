import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { defineDataSource } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import { serviceUserTokensSchema, type TokensState } from "./service-user-tokens-schema.js";

const DAY_MS = 86_400_000;

export const serviceUserTokens = defineDataSource<typeof serviceUserTokensSchema.attributes, ProviderClient>({
  name: "service_user_tokens",
  schema: serviceUserTokensSchema,
  async read({ config, client, signal }) {
    const organization = organizationOf(client);
    const all = [...(await organization.tokens(signal)).values()];
    const tokens = all.filter(fits(config, organization.client.now())).map(listed);
    return { ...config, ids: tokens.map(({ id }) => id), tokens };
  },
});

/** Whether a token fits every filter; time is the server's. */
function fits(filter: TokensState, now: Date): (token: ServiceUserToken) => boolean {
  const { name, name_prefix: prefix, status, permission, expires_within_days: days } = filter;
  const latest = days === null ? undefined : now.getTime() + days * DAY_MS;
  return (token) =>
    (name === null || token.name === name) &&
    (prefix === null || token.name.startsWith(prefix)) &&
    (status === null || statusName(token.status) === status) &&
    (permission === null || token.permissions.includes(permission)) &&
    (latest === undefined || (token.expires_at !== null && Date.parse(token.expires_at) <= latest));
}

const listed = (token: ServiceUserToken) => ({
  id: token.id,
  service_user_id: token.service_user_id,
  organization_id: token.organisation_id,
  name: token.name,
  inactivity_expiry_days: token.inactivity_expiry_days,
  permissions: token.permissions,
  status: statusName(token.status),
  created_at: token.created_at,
  updated_at: token.updated_at,
  secret_issued_at: token.secret_issued_at,
  last_used_at: token.last_used_at,
  revoked_at: token.revoked_at,
  expires_at: token.expires_at,
});
