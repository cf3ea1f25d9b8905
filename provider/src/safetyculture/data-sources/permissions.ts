import { defineDataSource } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { permissionsSchema } from "./permissions-schema.js";

export const permissions = defineDataSource<typeof permissionsSchema.attributes, ProviderClient>({
  name: "permissions",
  schema: permissionsSchema,
  async read({ config, client, signal }) {
    const catalogue = await (await client.organization(config.organization)).catalogue(signal);
    const found = catalogue
      .filter(({ section }) => config.section === null || section === config.section)
      .map(({ key, name, section }) => ({ key, name, section }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return { ...config, keys: found.map(({ key }) => key), permissions: found };
  },
});
