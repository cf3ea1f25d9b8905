import { defineProvider } from "../framework/index.js";
import { type Credentials, credentialsOf, warnOfDisagreement } from "./credentials.js";
import { caller } from "./data-sources/caller.js";
import { permissions } from "./data-sources/permissions.js";
import { serviceUserTokenSource } from "./data-sources/service-user-token.js";
import { serviceUserTokenQuota } from "./data-sources/service-user-token-quota.js";
import { serviceUserTokens } from "./data-sources/service-user-tokens.js";
import { issuedSecret } from "./ephemeral-resources/issued-secret.js";
import { ephemeralToken } from "./ephemeral-resources/service-user-token.js";
import { unsealedSecret } from "./ephemeral-resources/unsealed-secret.js";
import { functions } from "./functions/index.js";
import { ProviderClient } from "./provider-client.js";
import { providerSchema } from "./provider-schema.js";
import { serviceUserToken } from "./service-user-token/resource.js";
import { VERSION } from "./version.js";

/** Makes a value when it is first asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The SafetyCulture provider. The API's client is loaded when something needs it, and not by a mere validation. */
export const provider = (env: NodeJS.ProcessEnv) =>
  defineProvider<typeof providerSchema.attributes, ProviderClient>({
    name: "safetyculture",
    version: VERSION,
    schema: providerSchema,
    async configure({ config, logger, diagnostics, registerSecret }) {
      warnOfDisagreement(env, diagnostics);
      const surroundings = { config, env, logger };
      const connector = once(async () => new (await import("./connect.js")).Connector(surroundings));
      const connecting = {
        credentials: (key: string | null) => credentialsOf(config, key, env),
        async connect(credentials: Credentials) {
          registerSecret(credentials.token.value);
          return (await connector()).connect(credentials);
        },
      };
      return new ProviderClient(connecting, env);
    },
    finish: (client) => client.endEphemeralTokens(),
    close: (client) => client.close(),
    resources: [serviceUserToken],
    dataSources: [permissions, serviceUserTokenSource, serviceUserTokens, serviceUserTokenQuota, caller],
    ephemeralResources: [ephemeralToken, issuedSecret, unsealedSecret],
    functions,
  });
