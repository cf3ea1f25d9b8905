import type { Http2Session } from "node:http2";
import type { ProviderServer } from "./framework/server.js";
import type { PluginServices } from "./transport/serve.js";

const SERVICE = "/tfplugin6.Provider/";

/** Puts a provider's RPCs behind the transport; each connection is one configured provider instance. */
export function providerServices(server: ProviderServer): PluginServices {
  const known = new WeakSet<Http2Session>();
  const watch = (session: Http2Session): void => {
    if (known.has(session)) return;
    known.add(session);
    session.once("close", () => void server.release(session));
  };
  return {
    method(path) {
      const handle = path.startsWith(SERVICE) ? server.rpc(path.slice(SERVICE.length)) : undefined;
      return (
        handle && {
          kind: "unary",
          handle: (request, call) => {
            watch(call.session);
            return handle(request, call.session, call.signal);
          },
        }
      );
    },
    finish: () => server.finish(),
    stop: () => server.stop(),
  };
}
