import type { Dispatcher } from "undici";
import type { Clock } from "../clock.js";
import { decodeBody } from "./decode-body.js";
import { header } from "./header.js";

type DispatchHandler = Dispatcher.DispatchHandler;
type DispatchController = Dispatcher.DispatchController;
type ResponseHeaders = Parameters<NonNullable<DispatchHandler["onResponseStart"]>>[2];

const MAX_RESPONSE_BYTES = 32 * 1024 * 1024;

/** A whole response. */
export interface RawResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: string;
}

/** Why an attempt brought no response, and whether the request had begun to leave. */
export class AttemptFailure extends Error {
  override readonly name = "AttemptFailure";

  constructor(
    readonly kind: "connection" | "timeout" | "aborted" | "too_large",
    readonly sent: boolean,
    cause: unknown,
  ) {
    super(`attempt failed: ${kind}`, { cause });
  }
}

/** How an attempt is sent. */
export interface AttemptOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Once it is on the wire the signal no longer stops it. */
  readonly finishOnceSent: boolean;
  readonly clock: Clock;
}

/** One request and its response, as undici drives them. Bodies are always read to the end, so that the socket is kept. */
class Exchange implements DispatchHandler {
  readonly #options: AttemptOptions;
  readonly #resolve: (response: RawResponse) => void;
  readonly #reject: (failure: AttemptFailure) => void;
  readonly #cancelTimer: () => void;
  readonly #onAbort: (() => void) | undefined;
  #controller: DispatchController | undefined;
  #settled = false;
  #status = 0;
  #headers: ResponseHeaders = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    options: AttemptOptions,
    resolve: (response: RawResponse) => void,
    reject: (failure: AttemptFailure) => void,
  ) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#cancelTimer = options.clock.schedule(options.timeoutMs, () => this.#stop("timeout", undefined));
    if (options.signal !== undefined) {
      const { signal } = options;
      this.#onAbort = () => this.#abort(signal);
      signal.addEventListener("abort", this.#onAbort, { once: true });
    }
  }

  /** undici calls this before the first byte is written; until then the request has not left. */
  onRequestStart(controller: DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(new Error("the attempt was given up before it was sent"));
  }

  onResponseStart(_controller: DispatchController, status: number, headers: ResponseHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MAX_RESPONSE_BYTES) this.#stop("too_large", undefined);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#settled) return;
    this.#finish();
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    const headers = this.#headers;
    const encoding = header(headers, "content-encoding") ?? "";
    const contentType = header(headers, "content-type") ?? "";
    const text = decodeBody(bytes, { encoding, contentType }, MAX_RESPONSE_BYTES);
    // What cannot be decompressed is as good as an empty body: damaged.
    this.#resolve({ status: this.#status, headers, body: text ?? "" });
  }

  onResponseError(_controller: DispatchController, error: Error): void {
    this.#fail("connection", error);
  }

  /** The dispatcher threw instead of taking the request. */
  refused(error: unknown): void {
    this.#fail("connection", error);
  }

  #abort(signal: AbortSignal): void {
    if (this.#controller !== undefined && this.#options.finishOnceSent) return;
    this.#stop("aborted", signal.reason);
  }

  #stop(kind: AttemptFailure["kind"], cause: unknown): void {
    if (this.#settled) return;
    this.#fail(kind, cause);
    this.#controller?.abort(new Error(`the attempt was stopped: ${kind}`));
  }

  #fail(kind: AttemptFailure["kind"], cause: unknown): void {
    if (this.#settled) return;
    this.#finish();
    this.#reject(new AttemptFailure(kind, this.#controller !== undefined, cause));
  }

  #finish(): void {
    this.#settled = true;
    this.#cancelTimer();
    if (this.#onAbort !== undefined) this.#options.signal?.removeEventListener("abort", this.#onAbort);
  }
}

/**
 * Sends one attempt and reads its whole response, whatever the status.
 *
 * @throws AttemptFailure when there is no whole response.
 */
export function sendAttempt(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  options: AttemptOptions,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) throw new AttemptFailure("aborted", false, signal.reason);
    const exchange = new Exchange(options, resolve, reject);
    try {
      dispatcher.dispatch(request, exchange);
    } catch (error) {
      exchange.refused(error);
    }
  });
}
