import type { Method } from "./grpc/router.js";
import { GrpcError, Status } from "./grpc/status.js";
import { pluginService } from "./plugin-services.js";
import type { PluginServices } from "./serve.js";

/** Routes to the plugin's own services without loading them before the first call. */
export function lazyRouter(services: () => Promise<PluginServices>, shutdown: () => void) {
  return (path: string): Method | undefined =>
    pluginService(path, { shutdown, finish: async () => (await services()).finish?.() }) ?? {
      kind: "unary",
      handle: async (request, call) => {
        const method = (await services()).method(path);
        if (method?.kind !== "unary") throw new GrpcError(Status.UNIMPLEMENTED, `unknown method ${path}`);
        return method.handle(request, call);
      },
    };
}
