import type { Clock } from "./clock.js";

/** The API's time, as its latest answer told it. */
export class ServerTime {
  readonly #clock: Clock;
  #header = "";
  #answered: { at: number; since: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes in the `date` header of an answer. */
  observe(header: string | undefined): void {
    if (header === undefined) return;
    const since = this.#clock.monotonic();
    if (header === this.#header && this.#answered !== undefined) {
      this.#answered.since = since;
      return;
    }
    const at = Date.parse(header);
    if (Number.isNaN(at)) return;
    this.#header = header;
    this.#answered = { at, since };
  }

  /** Milliseconds since 1970 by the latest answer; by the local clock before the first one. */
  latest(): number {
    return this.#answered?.at ?? this.#clock.now();
  }

  /**
   * The latest answer's time plus what passed since, or nothing before the first answer. Never later than the API's own
   * clock, because the header drops fractions of a second.
   */
  estimate(): number | undefined {
    if (this.#answered === undefined) return undefined;
    return this.#answered.at + this.#clock.monotonic() - this.#answered.since;
  }
}
