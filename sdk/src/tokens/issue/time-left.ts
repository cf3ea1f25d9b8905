import type { Clock } from "../../clock.js";
import type { RequestOptions } from "../../options/request-options.js";

/** The deadline of several calls in a row. */
export class TimeLeft {
  readonly #clock: Clock;
  readonly #ends: number;

  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#ends = clock.monotonic() + ms;
  }

  /** Milliseconds until the deadline; never below 1, so that a call can say that it is over. */
  get ms(): number {
    return Math.max(1, Math.ceil(this.#ends - this.#clock.monotonic()));
  }

  /** Options of a call that may go on no longer than until the deadline. */
  within(options: RequestOptions): RequestOptions {
    return { ...options, deadlineMs: this.ms };
  }
}
