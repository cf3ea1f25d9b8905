import type { Clock } from "@safetyculture-tokens/sdk";

/** Timers from here on are time limits, not waits: they fire only when skipped waits add up to them. */
export const TIME_LIMIT_MS = 1_000_000;

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock on which waits take no time: each is over at once, and the clock shows the time that it would have taken. */
export class SkippingClock implements Clock {
  /** Every wait, in milliseconds and in order. */
  readonly waits: number[] = [];
  /** Attempts on the wire: while there are any, no time is skipped. */
  onTheWire = 0;
  readonly #onSkip: (ms: number) => void;
  #time = 0;
  #limits: Timer[] = [];
  #waiting: Timer[] = [];
  #scheduled = false;

  /** @param onSkip - Told of each skipped time, to move other clocks along. */
  constructor(onSkip: (ms: number) => void = () => {}) {
    this.#onSkip = onSkip;
  }

  now(): number {
    return Date.UTC(2001, 0, 1) + this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  /** Lets time pass. */
  advance(ms: number): void {
    if (ms <= 0) return;
    this.#time += ms;
    this.#onSkip(ms);
    const due = this.#limits.filter((timer) => timer.due <= this.#time);
    this.#limits = this.#limits.filter((timer) => timer.due > this.#time);
    for (const timer of due) timer.callback();
  }

  schedule(ms: number, callback: () => void): () => void {
    const timer = { due: this.#time + ms, callback };
    if (ms >= TIME_LIMIT_MS) {
      this.#limits.push(timer);
      return () => {
        this.#limits = this.#limits.filter((other) => other !== timer);
      };
    }
    this.waits.push(ms);
    this.#waiting.push(timer);
    this.#skipSoon();
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }

  #skipSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.onTheWire > 0) return this.#skipSoon();
      const [next] = this.#waiting.toSorted((a, b) => a.due - b.due);
      if (next === undefined) return;
      this.#waiting = this.#waiting.filter((timer) => timer !== next);
      this.advance(next.due - this.#time);
      next.callback();
      if (this.#waiting.length > 0) this.#skipSoon();
    });
  }
}
