import { defineProvider } from "../framework/index.js";
import { permissions } from "./data-sources/permissions.js";
import { serviceUserTokens } from "./data-sources/service-user-tokens.js";
import type { ProviderClient } from "./provider-client.js";
import { providerSchema } from "./provider-schema.js";
import { serviceUserToken } from "./service-user-token/resource.js";
import { VERSION } from "./version.js";

/** The SafetyCulture provider. The API's client is loaded when Terraform configures it, and not by a mere validation. */
export const provider = (env: NodeJS.ProcessEnv) =>
  defineProvider<typeof providerSchema.attributes, ProviderClient>({
    name: "safetyculture",
    version: VERSION,
    schema: providerSchema,
    configure: async (context) => (await import("./connect.js")).connect(context, env),
    close: async ({ organization }) => organization?.close(),
    resources: [serviceUserToken],
    dataSources: [permissions, serviceUserTokens],
  });
