import type { Hooks, RequestEvent, ResponseEvent } from "./hooks.js";
import type { Log } from "./logger.js";
import { runHarmlessly } from "./run-harmlessly.js";

/** Tells the hooks and the log of every attempt. */
export class Observer {
  readonly #hooks: Hooks;
  readonly #log: Log;

  constructor(hooks: Hooks, log: Log) {
    this.#hooks = hooks;
    this.#log = log;
  }

  /** Whether anyone wants to know. */
  get watches(): boolean {
    const { onRequest, onResponse } = this.#hooks;
    return onRequest !== undefined || onResponse !== undefined || this.#log.writes("warn");
  }

  /** An attempt is about to be sent. */
  request(event: RequestEvent): void {
    this.#call(this.#hooks.onRequest, event);
    this.#log.write("debug", "request", { ...event });
  }

  /** An attempt ended. */
  response(event: ResponseEvent): void {
    this.#call(this.#hooks.onResponse, event);
    if (event.errorCode === undefined) this.#log.write("debug", "response", { ...event });
    else if (event.retryInMs === undefined) this.#log.write("warn", "call failed", { ...event });
    else this.#log.write("info", "attempt failed, trying again", { ...event });
  }

  /** A response was used although fields of it do not fit the contract. */
  remark(event: RequestEvent, remarks: readonly string[]): void {
    this.#log.write("warn", "response does not fit the contract", { ...event, fields: remarks.join("; ") });
  }

  #call<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
    if (hook === undefined) return;
    runHarmlessly(
      () => hook(event),
      (error) =>
        this.#log.write("warn", "a hook threw", {
          error: error instanceof Error ? error.name : typeof error,
        }),
    );
  }
}
