import { createProviderServer } from "../framework/index.js";
import { providerServices } from "../provider-services.js";
import { provider } from "./provider.js";

/** The provider behind the plugin's transport. */
export const load = (env: NodeJS.ProcessEnv) => providerServices(createProviderServer(provider(env), env));
