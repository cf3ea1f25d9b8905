import { isLaunchedByTerraform } from "./transport/handshake.js";
import { type PluginServices, serve } from "./transport/serve.js";

// The entry of the packaged plugin. Only the transport is loaded here: everything else comes after the handshake.

const PROTOCOL_VERSION = 6;
const SERVICE = "/tfplugin6.Provider/";

async function load(): Promise<PluginServices> {
  const [{ createProviderServer }, { provider }] = await Promise.all([
    import("./framework/server.js"),
    import("./safetyculture/provider.js"),
  ]);
  const server = createProviderServer(provider, process.env);
  return {
    method(path) {
      const handle = path.startsWith(SERVICE) ? server.rpc(path.slice(SERVICE.length)) : undefined;
      return handle && { kind: "unary", handle: (request, call) => handle(request, call.session) };
    },
    stop: () => server.stop(),
  };
}

if (isLaunchedByTerraform(process.env)) {
  await serve({ protocolVersion: PROTOCOL_VERSION, load, env: process.env });
} else {
  const { main } = await import("./cli/main.js");
  process.exitCode = await main(process.argv.slice(2));
}
