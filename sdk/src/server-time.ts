import type { Clock } from "./clock.js";

/** The API's time, as its latest response told it. */
export class ServerTime {
  readonly #clock: Clock;
  #header = "";
  #responded: { at: number; since: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes in the `date` header of a response. */
  observe(header: string | undefined): void {
    if (header === undefined) return;
    const since = this.#clock.monotonic();
    if (header === this.#header && this.#responded !== undefined) {
      this.#responded.since = since;
      return;
    }
    const at = Date.parse(header);
    if (Number.isNaN(at)) return;
    this.#header = header;
    this.#responded = { at, since };
  }

  /** Milliseconds since 1970 by the latest response; by the local clock before the first one. */
  latest(): number {
    return this.#responded?.at ?? this.#clock.now();
  }

  /**
   * The latest response's time plus what passed since, or nothing before the first response. Never later than the API's own
   * clock, because the header drops fractions of a second.
   */
  estimate(): number | undefined {
    if (this.#responded === undefined) return undefined;
    return this.#responded.at + this.#clock.monotonic() - this.#responded.since;
  }
}
