import type { ProviderServer } from "./framework/server.js";
import type { PluginServices } from "./transport/serve.js";

const SERVICE = "/tfplugin6.Provider/";

/** Puts a provider's RPCs behind the transport; each connection is one configured provider instance. */
export function providerServices(server: ProviderServer): PluginServices {
  return {
    method(path) {
      const handle = path.startsWith(SERVICE) ? server.rpc(path.slice(SERVICE.length)) : undefined;
      return handle && { kind: "unary", handle: (request, call) => handle(request, call.session) };
    },
    stop: () => server.stop(),
  };
}
