import { defineDataSource } from "../../framework/index.js";
import { organizationOf, type ProviderClient } from "../provider-client.js";
import { permissionsSchema } from "./permissions-schema.js";

export const permissions = defineDataSource<typeof permissionsSchema.attributes, ProviderClient>({
  name: "permissions",
  schema: permissionsSchema,
  async read({ config, client, signal }) {
    const catalogue = await organizationOf(client).catalogue(signal);
    const found = catalogue
      .filter(({ section }) => config.section === null || section === config.section)
      .map(({ key, name, section }) => ({ key, name, section }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return { section: config.section, keys: found.map(({ key }) => key), permissions: found };
  },
});
