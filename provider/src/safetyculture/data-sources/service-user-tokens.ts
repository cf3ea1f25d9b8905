import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { defineDataSource } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { isSameName } from "../service-user-token/server-changes.js";
import { statusName } from "../status.js";
import { listedToken } from "./listed-token.js";
import { serviceUserTokensSchema, type TokensState } from "./service-user-tokens-schema.js";

const DAY_MS = 86_400_000;

export const serviceUserTokens = defineDataSource<typeof serviceUserTokensSchema.attributes, ProviderClient>({
  name: "service_user_tokens",
  schema: serviceUserTokensSchema,
  async read({ config, client, signal }) {
    const organization = await client.organization(config.organization);
    const all = [...(await organization.freshTokens(signal)).tokens.values()];
    const tokens = all.filter(fits(config, organization.now())).map(listedToken);
    return { ...config, ids: tokens.map(({ id }) => id), tokens };
  },
});

/** Whether a token fits every filter; time is the server's. */
function fits(filter: TokensState, now: Date): (token: ServiceUserToken) => boolean {
  const { name, name_prefix: prefix, status, permission, expires_within_days: days } = filter;
  const latest = days === null ? undefined : now.getTime() + days * DAY_MS;
  return (token) =>
    (name === null || isSameName(token.name, name)) &&
    (prefix === null || token.name.normalize("NFC").startsWith(prefix)) &&
    (status === null || statusName(token.status) === status) &&
    (permission === null || token.permissions.includes(permission)) &&
    (latest === undefined || (token.expires_at !== null && Date.parse(token.expires_at) <= latest));
}
