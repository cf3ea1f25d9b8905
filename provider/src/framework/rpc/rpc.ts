import type { Diagnostic } from "../../wire/gen/tfplugin6.js";
import { Call, type Subject } from "../call.js";
import type { Runtime } from "../runtime.js";

/** One RPC as the transport sees it: bytes in, bytes out, the connection that asks, and whether it still does. */
export type Rpc = (request: Uint8Array, connection: object, signal?: AbortSignal) => Promise<Uint8Array>;

export type Rpcs = Readonly<Record<string, Rpc>>;

/** The two messages of an RPC. */
export interface Messages<Request, Response> {
  readonly request: { decode(input: Uint8Array): Request };
  readonly response: { encode(message: Response): { finish(): Uint8Array } };
}

/** How an RPC is answered. */
export interface Handler<Request, Response> {
  subject(request: Request): Subject;
  answer(request: Request, call: Call): Promise<Response>;
  /** The answer after a failure, for which Terraform loses no state; the failure itself becomes a diagnostic. */
  fallback(request: Request): Response;
}

/**
 * Binds a handler to the messages of its RPC. Whatever it throws becomes a diagnostic, because a failed call would tell
 * the user nothing.
 */
export function rpc<Request, Response extends { diagnostics?: Diagnostic[] | undefined }>(
  runtime: Runtime,
  name: string,
  messages: Messages<Request, Response>,
  handler: Handler<Request, Response>,
): Rpc {
  return plainRpc(runtime, name, messages, {
    subject: handler.subject,
    answer: async (request, call) => {
      let response: Response;
      try {
        response = await handler.answer(request, call);
      } catch (error) {
        call.report(error);
        response = handler.fallback(request);
      }
      return { ...response, diagnostics: call.toProtocol() };
    },
  });
}

/** Binds a handler whose answer has no diagnostics. It must not throw. */
export function plainRpc<Request, Response>(
  runtime: Runtime,
  name: string,
  messages: Messages<Request, Response>,
  handler: Omit<Handler<Request, Response>, "fallback">,
): Rpc {
  return (bytes, key, signal) => {
    const connection = runtime.connection(key);
    const work = async (): Promise<Uint8Array> => {
      const request = messages.request.decode(bytes);
      const call = new Call(runtime, connection, name, handler.subject(request), signal);
      const start = runtime.now().getTime();
      call.logger.log("trace", "received request");
      const response = await handler.answer(request, call);
      call.logger.log("trace", "answered request", {
        tf_req_duration_ms: runtime.now().getTime() - start,
        diagnostic_error_count: call.diagnostics.items.filter(({ severity }) => severity === "error").length,
        diagnostic_warning_count: call.diagnostics.items.filter(({ severity }) => severity === "warning")
          .length,
      });
      return messages.response.encode(response).finish();
    };
    return connection.track(work());
  };
}
