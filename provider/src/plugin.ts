import { isLaunchedByTerraform } from "./transport/handshake.js";
import { providerServices } from "./provider-services.js";
import { type PluginServices, serve } from "./transport/serve.js";

// The entry of the packaged plugin. Only the transport is loaded here: everything else comes after the handshake.

const PROTOCOL_VERSION = 6;

async function load(): Promise<PluginServices> {
  const [{ createProviderServer }, { provider }] = await Promise.all([
    import("./framework/server.js"),
    import("./safetyculture/provider.js"),
  ]);
  return providerServices(createProviderServer(provider, process.env));
}

if (isLaunchedByTerraform(process.env)) {
  await serve({ protocolVersion: PROTOCOL_VERSION, load, env: process.env });
} else {
  const { main } = await import("./cli/main.js");
  process.exitCode = await main(process.argv.slice(2));
}
