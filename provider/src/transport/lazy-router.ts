import type { Method } from "./grpc/router.js";
import { GrpcError, Status } from "./grpc/status.js";
import type { Once } from "./once.js";
import { pluginService } from "./plugin-services.js";
import type { ConstantResponses, PluginServices } from "./serve.js";

/** Routes to the plugin's own services without loading them before the first call that needs them. */
export function lazyRouter(
  services: Once<PluginServices>,
  shutdown: () => void,
  constant?: ConstantResponses,
) {
  const finish = async (): Promise<void> => {
    if (services.hasBegun) await (await services()).finish?.();
  };
  return (path: string): Method | undefined =>
    pluginService(path, { shutdown, finish }) ?? {
      kind: "unary",
      handle: async (request, call) => {
        const response = await constant?.(path);
        if (response !== undefined) return response;
        const method = (await services()).method(path);
        if (method?.kind !== "unary") throw new GrpcError(Status.UNIMPLEMENTED, `unknown method ${path}`);
        return method.handle(request, call);
      },
    };
}
