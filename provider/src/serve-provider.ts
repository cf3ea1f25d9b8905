import { createProviderServer } from "./framework/index.js";
import type { AnyProvider } from "./framework/provider.js";
import { providerServices } from "./provider-services.js";
import { isLaunchedByTerraform } from "./transport/handshake.js";
import { serve } from "./transport/serve.js";
import { failToStart } from "./transport/standard-streams.js";

/**
 * Serves a provider to the Terraform that launched this process. Started by a person, the process says what it is and
 * ends with exit code 1.
 *
 * @example
 * import { attribute, defineProvider } from "@safetyculture-tokens/provider/framework";
 * import { serveProvider } from "@safetyculture-tokens/provider/serve";
 *
 * await serveProvider(
 *   defineProvider({
 *     name: "example",
 *     version: "0.1.0",
 *     schema: { description: "An example.", attributes: { url: attribute.string("optional", { description: "Where." }) } },
 *     configure: async ({ config }) => config.url,
 *     resources: [],
 *     dataSources: [],
 *   }),
 * );
 */
export async function serveProvider(provider: AnyProvider): Promise<void> {
  const { env } = process;
  if (!isLaunchedByTerraform(env)) {
    process.stderr.write(
      `This is the Terraform provider ${provider.name} ${provider.version}; Terraform starts it by itself.\n`,
    );
    process.exitCode = 1;
    return;
  }
  await serve({
    protocolVersion: 6,
    env,
    load: async () => providerServices(createProviderServer(provider, env)),
  }).catch(failToStart);
}
