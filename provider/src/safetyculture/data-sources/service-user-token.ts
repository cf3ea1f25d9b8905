import { at, DiagnosticError, defineDataSource } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { theOneNamed } from "../token-by-name.js";
import { listedToken } from "./listed-token.js";
import { serviceUserTokenSourceSchema } from "./service-user-token-schema.js";

export const serviceUserTokenSource = defineDataSource<
  typeof serviceUserTokenSourceSchema.attributes,
  ProviderClient
>({
  name: "service_user_token",
  schema: serviceUserTokenSourceSchema,
  async read({ config, client, signal, registerSecret }) {
    const organization = (await client.organization(config.organization)).as(
      config.api_token,
      registerSecret,
    );
    const token =
      config.id !== null
        ? await byId(organization, config.id, signal)
        : await theOneNamed(organization, config.name ?? "", signal);
    return { ...config, ...listedToken(token), id: config.id ?? token.id, name: config.name ?? token.name };
  },
});

async function byId(organization: Organization, id: string, signal: AbortSignal) {
  const token = await organization.get(id, null, signal);
  if (token !== undefined) return token;
  throw new DiagnosticError(
    "No such token",
    `The organization of the API token has no token ${id}.`,
    at("id"),
  );
}
