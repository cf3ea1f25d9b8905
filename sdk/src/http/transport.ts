import { randomUUID } from "node:crypto";
import { defaultMaxListeners, getMaxListeners, setMaxListeners } from "node:events";
import { operations } from "../contract/generated/operations.js";
import type { Operation } from "../contract/operation.js";
import type { OperationId, PathParameters, Query, RequestBody, ResponseBody } from "../contract/types.js";
import { ClientClosedError } from "../errors/client-closed-error.js";
import { Observer } from "../observability/observer.js";
import { Redactor } from "../observability/redactor.js";
import { traced } from "../observability/tracing.js";
import type { RequestOptions } from "../options/request-options.js";
import { readCallLimits, type Settings } from "../options/settings.js";
import { ServerTime } from "../server-time.js";
import { memoryOf, type ProcessMemory } from "../tokens/issue/process-memory.js";
import { VERSION } from "../version.js";
import { buildRequest } from "./build-request.js";
import { Call, type CallContext } from "./call.js";
import { Cancellation, Closing, Deadline } from "./deadline.js";
import type { DispatcherSource } from "./dispatcher-source.js";
import { Pacer } from "./pacer.js";
import { RetryBudget } from "./retry-budget.js";

/** Input of an operation. */
export interface OperationInput<Id extends OperationId> {
  readonly path?: PathParameters<Id>;
  readonly query?: Query<Id> | undefined;
  readonly body?: RequestBody<Id>;
}

const NO_OPTIONS: RequestOptions = {};

/** One signal for many calls is normal; Node would warn of a leak from the eleventh listener on. */
const MAX_LISTENERS = 10_000;

function allowManyListeners(signal: AbortSignal): void {
  if (getMaxListeners(signal) === defaultMaxListeners) setMaxListeners(MAX_LISTENERS, signal);
}

/** Carries the operations of the contract to the API and their responses back. */
export class Transport {
  readonly settings: Settings;
  readonly dispatchers: DispatcherSource;
  readonly serverTime: ServerTime;
  readonly memory: ProcessMemory;
  readonly #context: CallContext;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #closing = new Closing();
  #running = 0;
  readonly #idle = new Set<() => void>();

  constructor(settings: Settings, dispatchers: DispatcherSource) {
    const { clock, random, pacing, retryBudget, apiToken, hooks, log } = settings;
    this.settings = settings;
    this.dispatchers = dispatchers;
    this.serverTime = new ServerTime(clock);
    this.memory = memoryOf(settings.baseUrl.origin + settings.baseUrl.prefix);
    this.#context = {
      clock,
      random,
      pacer: new Pacer(clock, pacing),
      budget: new RetryBudget(retryBudget),
      serverTime: this.serverTime,
      redactor: new Redactor(apiToken),
      observer: new Observer(hooks, log),
    };
    this.#headers = {
      authorization: `Bearer ${apiToken.reveal()}`,
      accept: "application/json",
      "user-agent": `${settings.userAgent}safetyculture-tokens-sdk/${VERSION} node/${process.versions.node}`,
      "sc-integration-id": "safetyculture-tokens",
      "sc-integration-version": VERSION,
    };
  }

  /**
   * Makes a call.
   *
   * @throws InvalidArgumentError before anything is sent, when the input breaks the contract.
   */
  async call<Id extends OperationId>(
    id: Id,
    input: OperationInput<Id>,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<ResponseBody<Id>> {
    if (this.#closing.closed) throw new ClientClosedError();
    const operation: Operation = operations[id];
    const limits = readCallLimits(options, this.settings);
    if (options.signal !== undefined) allowManyListeners(options.signal);
    const { origin, prefix } = this.settings.baseUrl;
    const { path, body } = buildRequest(operation, prefix, input);
    const requestId = randomUUID();
    const headers: Record<string, string> = { ...this.#headers, "x-request-id": requestId };
    if (body !== null) headers["content-type"] = "application/json";
    const trace = {
      operationId: id,
      method: operation.method,
      path: operation.path,
      requestId,
      attempts: 0,
      status: undefined,
    };
    const call = new Call(this.#context, {
      id,
      // The limits of the call rule alone; undici's own would be a second, hidden pair.
      request: { origin, path, method: operation.method, headers, body, headersTimeout: 0, bodyTimeout: 0 },
      limits,
      deadline: new Deadline(this.settings.clock, limits.deadlineMs, options.signal, this.#closing),
      trace,
    });
    this.#running++;
    try {
      const dispatcher = this.dispatchers.ready ?? (await this.dispatchers.get());
      return await traced(trace, () => call.run(dispatcher));
    } finally {
      this.#running--;
      if (this.#running === 0) for (const resolve of this.#idle) resolve();
    }
  }

  /** Waits so many milliseconds, or until the caller aborts or the client is closed. */
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const deadline = new Deadline(this.settings.clock, ms, signal, this.#closing);
    try {
      await deadline.sleep(ms);
    } catch (error) {
      if (!(error instanceof Cancellation)) throw error;
    }
  }

  /** Starts nothing more, and waits for what is on the wire. */
  async close(): Promise<void> {
    this.#closing.close();
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
    this.#context.pacer.close();
  }
}
