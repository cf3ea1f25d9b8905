import { Agent, type Dispatcher } from "undici";
import { onTestFinished } from "vitest";

/**
 * Decides in which order the requests of several clients leave and their responses arrive: only when the server has nothing
 * to do is the next event let through, chosen by the numbers given.
 */
export class Turns {
  readonly #agent = new Agent();
  #order: readonly number[] = [0];
  #turn = 0;
  #waiting: (() => void)[] = [];
  #atServer = 0;
  #scheduled = false;

  constructor() {
    onTestFinished(() => this.#agent.close());
  }

  /** Begins a new order of events. */
  begin(order: readonly number[]): void {
    this.#order = order.length === 0 ? [0] : order;
    this.#turn = 0;
  }

  /** A dispatcher whose requests and responses wait for their turn. */
  dispatcher(): Dispatcher {
    return this.#agent.compose((dispatch) => (options, handler) => {
      const arrive = (deliver: () => void) => {
        this.#atServer--;
        this.#wait(deliver);
      };
      const gated: Dispatcher.DispatchHandler = {
        onRequestStart: (...args) => handler.onRequestStart?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => arrive(() => handler.onResponseEnd?.(...args)),
        onResponseError: (...args) => arrive(() => handler.onResponseError?.(...args)),
      };
      this.#wait(() => {
        this.#atServer++;
        dispatch(options, gated);
      });
      return true;
    });
  }

  #wait(event: () => void): void {
    this.#waiting.push(event);
    this.#proceed();
  }

  #proceed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#waiting.length === 0) return;
      if (this.#atServer > 0) return this.#proceed();
      const choice = this.#order[this.#turn++ % this.#order.length] ?? 0;
      const [event] = this.#waiting.splice(choice % this.#waiting.length, 1);
      event?.();
      this.#proceed();
    });
  }
}
