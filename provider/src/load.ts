import { createProviderServer } from "./framework/index.js";
import { PREBUILT_SCHEMA } from "./prebuilt-schema.js";
import { providerServices } from "./provider-services.js";
import { provider } from "./safetyculture/provider.js";

/** What the plugin serves; loaded after the handshake. */
export const load = (env: NodeJS.ProcessEnv) =>
  providerServices(createProviderServer(provider(env), env, { schema: schemaBytes() }));

const schemaBytes = (): Uint8Array | undefined =>
  PREBUILT_SCHEMA === undefined ? undefined : Buffer.from(PREBUILT_SCHEMA, "base64");
