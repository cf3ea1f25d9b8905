import type { SchemaDefinition } from "../framework/index.js";
import { permissionsSchema } from "./data-sources/permissions-schema.js";
import { serviceUserTokensSchema } from "./data-sources/service-user-tokens-schema.js";
import { providerSchema } from "./provider-schema.js";
import { serviceUserTokenSchema } from "./service-user-token/schema.js";

/** Where Terraform finds the provider. */
export const PROVIDER_ADDRESS = "registry.terraform.io/safetyculture-tokens/safetyculture";

/** Every schema of the provider under its full type name, with nothing that loads the API's client. */
export const schemas: {
  readonly provider: SchemaDefinition;
  readonly resources: Readonly<Record<string, SchemaDefinition>>;
  readonly dataSources: Readonly<Record<string, SchemaDefinition>>;
} = {
  provider: providerSchema,
  resources: { safetyculture_service_user_token: serviceUserTokenSchema },
  dataSources: {
    safetyculture_permissions: permissionsSchema,
    safetyculture_service_user_tokens: serviceUserTokensSchema,
  },
};
