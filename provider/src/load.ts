import { createProviderServer } from "./framework/index.js";
import { providerServices } from "./provider-services.js";
import { provider } from "./safetyculture/provider.js";

/** What the plugin serves; loaded after the handshake. */
export const load = (env: NodeJS.ProcessEnv) => providerServices(createProviderServer(provider(env), env));
