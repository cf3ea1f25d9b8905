import type { Http2Session, IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { frame, UnaryRequest } from "./frames.js";
import { encodeMessage, GrpcError, Status } from "./status.js";

/** What a handler knows of its call beside the request bytes. */
export interface Call {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  /** The caller's connection: one per configured provider instance. */
  readonly session: Http2Session;
}

export type UnaryHandler = (request: Buffer, call: Call) => Promise<Uint8Array>;

/** How a method is served: `held` streams stay open without a message until the caller leaves. */
export type Method = { readonly kind: "unary"; readonly handle: UnaryHandler } | { readonly kind: "held" };

/** Finds the method of a path such as `/plugin.GRPCController/Shutdown`. */
export type Router = (path: string) => Method | undefined;

const RESPONSE_HEADERS = { ":status": 200, "content-type": "application/grpc+proto" } as const;

/** Serves one HTTP/2 stream as one gRPC call. No failure of a call reaches the process. */
export function serveStream(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, router: Router): void {
  stream.on("error", () => undefined);
  const path = headers[":path"] ?? "";
  const method = router(path);
  if (method === undefined) {
    stream.resume();
    fail(stream, new GrpcError(Status.UNIMPLEMENTED, `unknown method ${path}`));
  } else if (method.kind === "held") {
    stream.resume();
    stream.respond(RESPONSE_HEADERS);
  } else {
    serveUnary(stream, method.handle);
  }
}

function serveUnary(stream: ServerHttp2Stream, handle: UnaryHandler): void {
  const request = new UnaryRequest();
  const abort = new AbortController();
  const { session } = stream;
  let refused = false;
  stream.on("close", () => abort.abort());
  stream.on("data", (chunk: Buffer) => {
    if (refused) return;
    try {
      request.push(chunk);
    } catch (error) {
      refused = true;
      fail(stream, error);
    }
  });
  stream.on("end", () => {
    if (refused || session === undefined) return;
    Promise.resolve()
      .then(() => handle(request.message(), { signal: abort.signal, session }))
      .then(
        (response) => succeed(stream, response),
        (error: unknown) => fail(stream, error),
      );
  });
}

function succeed(stream: ServerHttp2Stream, response: Uint8Array): void {
  if (stream.destroyed) return;
  stream.respond(RESPONSE_HEADERS, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(Status.OK) }));
  stream.end(frame(response));
}

function fail(stream: ServerHttp2Stream, error: unknown): void {
  if (!(error instanceof GrpcError)) logFailure(error);
  if (stream.destroyed || stream.headersSent) return;
  const { code, message } =
    error instanceof GrpcError
      ? error
      : new GrpcError(Status.INTERNAL, "the plugin failed to answer; see its log");
  stream.respond(
    { ...RESPONSE_HEADERS, "grpc-status": String(code), "grpc-message": encodeMessage(message) },
    { endStream: true },
  );
}

/** Terraform takes the level of a line that is no JSON from its prefix. */
function logFailure(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : "the plugin failed to answer";
  for (const line of text.split("\n")) process.stderr.write(`[ERROR] ${line}\n`);
}
