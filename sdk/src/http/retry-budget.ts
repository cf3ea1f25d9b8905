/** What a call that succeeded at once gives back. */
const REFUND = 0.2;

/** Retries that all calls of a client share, so that an API in trouble is not buried in repeats. */
export class RetryBudget {
  readonly #most: number;
  #left: number;

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** Takes one retry, if there is one left. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** A call succeeded after so many retries: they are given back, or a part of one if there was none. */
  refund(retries: number): void {
    if (this.#left === this.#most) return;
    this.#left = Math.min(this.#most, this.#left + (retries === 0 ? REFUND : retries));
  }
}
