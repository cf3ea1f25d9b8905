/** The API counts in windows of 60 s; two seconds more make up for requests that travel at different speeds. */
const WINDOW_SECONDS = 62;

/**
 * Counts calls so that no 60 seconds hold more of them than the limit. Counts per second, hence needs the same little
 * memory for any limit.
 */
export class RateWindow {
  #limit: number;
  readonly #seconds: { second: number; calls: number }[] = [];
  #total = 0;
  #blockedUntil = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Milliseconds until one more call may be made; 0 when it may be made now. */
  waitMs(now: number): number {
    this.#forget(now);
    const [oldest] = this.#seconds;
    const full = this.#total >= this.#limit && oldest !== undefined;
    const free = full ? (oldest.second + 1 + WINDOW_SECONDS) * 1000 : now;
    return Math.max(0, free - now, this.#blockedUntil - now);
  }

  /** Milliseconds until the end of the pause that the API asked for. */
  pauseMs(now: number): number {
    return Math.max(0, this.#blockedUntil - now);
  }

  /** Counts a call that is made now. */
  count(now: number): void {
    if (this.#limit === Number.POSITIVE_INFINITY) return;
    const second = Math.floor(now / 1000);
    const latest = this.#seconds.at(-1);
    if (latest?.second === second) latest.calls++;
    else this.#seconds.push({ second, calls: 1 });
    this.#total++;
  }

  /** Takes in what the API says of its limit, which only ever lowers ours; without one of ours there is no pacing. */
  lower(limit: number): void {
    if (this.#limit === Number.POSITIVE_INFINITY) return;
    this.#limit = Math.min(this.#limit, limit);
  }

  /** Makes no call before `until`, because the API asked for that. */
  block(until: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
  }

  #forget(now: number): void {
    const since = Math.floor(now / 1000) - WINDOW_SECONDS;
    for (
      let [oldest] = this.#seconds;
      oldest !== undefined && oldest.second < since;
      [oldest] = this.#seconds
    ) {
      this.#total -= oldest.calls;
      this.#seconds.shift();
    }
  }
}
