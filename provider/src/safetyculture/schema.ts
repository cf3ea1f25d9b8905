import type { SchemaDefinition } from "../framework/index.js";
import { callerSchema } from "./data-sources/caller-schema.js";
import { permissionsSchema } from "./data-sources/permissions-schema.js";
import { serviceUserTokenQuotaSchema } from "./data-sources/service-user-token-quota-schema.js";
import { serviceUserTokenSourceSchema } from "./data-sources/service-user-token-schema.js";
import { serviceUserTokensSchema } from "./data-sources/service-user-tokens-schema.js";
import { issuedSecretSchema } from "./ephemeral-resources/issued-secret-schema.js";
import { ephemeralTokenSchema } from "./ephemeral-resources/service-user-token-schema.js";
import { unsealedSecretSchema } from "./ephemeral-resources/unsealed-secret-schema.js";
import { functions } from "./functions/index.js";
import { providerSchema } from "./provider-schema.js";
import { serviceUserTokenSchema } from "./service-user-token/schema.js";

/** Where Terraform finds the provider. */
export const PROVIDER_ADDRESS = "registry.terraform.io/safetyculture-tokens/safetyculture";

/** Every schema of the provider under its full type name, with nothing that loads the API's client. */
export const schemas: {
  readonly provider: SchemaDefinition;
  readonly resources: Readonly<Record<string, SchemaDefinition>>;
  readonly dataSources: Readonly<Record<string, SchemaDefinition>>;
  readonly ephemeralResources: Readonly<Record<string, SchemaDefinition>>;
  readonly functions: typeof functions;
} = {
  provider: providerSchema,
  resources: { safetyculture_service_user_token: serviceUserTokenSchema },
  dataSources: {
    safetyculture_caller: callerSchema,
    safetyculture_permissions: permissionsSchema,
    safetyculture_service_user_token: serviceUserTokenSourceSchema,
    safetyculture_service_user_token_quota: serviceUserTokenQuotaSchema,
    safetyculture_service_user_tokens: serviceUserTokensSchema,
  },
  ephemeralResources: {
    safetyculture_issued_secret: issuedSecretSchema,
    safetyculture_service_user_token: ephemeralTokenSchema,
    safetyculture_unsealed_secret: unsealedSecretSchema,
  },
  functions,
};
