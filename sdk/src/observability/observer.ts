import type { Hooks, RequestEvent, ResponseEvent } from "./hooks.js";
import type { Log } from "./logger.js";

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

  #call<Event>(hook: ((event: Event) => void) | undefined, event: Event): void {
    try {
      hook?.(event);
    } catch (error) {
      this.#log.write("warn", "a hook threw", { error: error instanceof Error ? error.name : typeof error });
    }
  }
}
