import type { Method } from "./grpc/router.js";

const EMPTY = new Uint8Array(0);
/** How long the answer to Shutdown may take to leave, in milliseconds; the launcher itself waits for two seconds. */
const SHUTDOWN_PATIENCE_MS = 500;
/** `HealthCheckResponse{status: SERVING}`. */
const SERVING = Uint8Array.of(0x08, 0x01);

/**
 * The services that go-plugin expects of every plugin, beside the plugin's own: controller, standard streams,
 * broker and health.
 */
export function pluginService(
  path: string,
  { shutdown, finish }: { readonly shutdown: () => void; readonly finish: () => Promise<void> },
): Method | undefined {
  switch (path) {
    case "/plugin.GRPCController/Shutdown":
      return {
        kind: "unary",
        handle: async (_request, call) => {
          // The launcher waits for the answer, and for nothing after it.
          await finish().catch(() => undefined);
          // The answer must be on its way before the process ends, and the stream closes when it is.
          call.signal.addEventListener("abort", shutdown, { once: true });
          setTimeout(shutdown, SHUTDOWN_PATIENCE_MS);
          return EMPTY;
        },
      };
    case "/plugin.GRPCStdio/StreamStdio":
    case "/plugin.GRPCBroker/StartStream":
      return { kind: "held" };
    case "/grpc.health.v1.Health/Check":
      return { kind: "unary", handle: async () => SERVING };
    default:
      return undefined;
  }
}
