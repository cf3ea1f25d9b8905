import type { Clock } from "../clock.js";
import { RateWindow } from "./rate-window.js";

/** Calls on the wire at once. The rest wait, so that they learn from the first responses how much the API allows. */
const CONCURRENCY = 32;

/** What the API says of its rate limit with a response. */
export interface RateLimitHeaders {
  /** Calls in 60 seconds. */
  readonly limit: number | undefined;
  /** Milliseconds during which no further call is wanted. */
  readonly pauseMs: number | undefined;
}

type Kind = "read" | "write";
const KINDS: readonly Kind[] = ["read", "write"];

/**
 * Holds calls back so that the client stays under the API's rate limit, and all of them when the API asks for a pause.
 * A write counts as a call and as a write.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #calls: RateWindow;
  readonly #writes: RateWindow;
  readonly #waiting: Record<Kind, Set<() => void>> = { read: new Set(), write: new Set() };
  #latest: Kind = "read";
  #onTheWire = 0;
  #cancelWake: (() => void) | undefined;

  constructor(clock: Clock, limits: { readonly calls: number; readonly writes: number }) {
    this.#clock = clock;
    this.#calls = new RateWindow(limits.calls);
    this.#writes = new RateWindow(limits.writes);
  }

  /** Whether the call may be made at once; it is then counted, and {@link Pacer.leave} must follow. */
  tryEnter(kind: Kind): boolean {
    if (this.#waiting[kind].size > 0 || !this.#admits(kind)) return false;
    this.#enter(kind);
    return true;
  }

  /** Calls `go` when the call may be made, having counted it. Returns how to give up waiting. */
  enqueue(kind: Kind, go: () => void): () => void {
    this.#waiting[kind].add(go);
    this.#wake();
    return () => {
      this.#waiting[kind].delete(go);
    };
  }

  /** The call ended; `rateLimit` is what its response said of the limit. */
  leave(kind: Kind, rateLimit: RateLimitHeaders): void {
    this.#onTheWire--;
    const window = kind === "write" ? this.#writes : this.#calls;
    if (rateLimit.limit !== undefined) window.lower(rateLimit.limit);
    if (rateLimit.pauseMs !== undefined) window.block(this.#clock.monotonic() + rateLimit.pauseMs);
    if (this.#waiting.read.size + this.#waiting.write.size > 0) this.#wake();
  }

  /** Milliseconds for which the API has asked not to make such a call. */
  pauseMs(kind: Kind): number {
    const now = this.#clock.monotonic();
    const calls = this.#calls.pauseMs(now);
    return kind === "read" ? calls : Math.max(calls, this.#writes.pauseMs(now));
  }

  /** Wakes nobody any more. */
  close(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
  }

  #waitMs(kind: Kind): number {
    const now = this.#clock.monotonic();
    const calls = this.#calls.waitMs(now);
    return kind === "read" ? calls : Math.max(calls, this.#writes.waitMs(now));
  }

  #admits(kind: Kind): boolean {
    return this.#onTheWire < CONCURRENCY && this.#waitMs(kind) === 0;
  }

  /** Reads and writes that wait go in turn; one that has to wait for its own limit holds the other back no more. */
  #next(): { readonly kind: Kind; readonly go: () => void } | undefined {
    for (const kind of this.#latest === "read" ? (["write", "read"] as const) : KINDS) {
      const [go] = this.#waiting[kind];
      if (go !== undefined && this.#admits(kind)) return { kind, go };
    }
    return undefined;
  }

  #enter(kind: Kind): void {
    const now = this.#clock.monotonic();
    this.#onTheWire++;
    this.#latest = kind;
    this.#calls.count(now);
    if (kind === "write") this.#writes.count(now);
  }

  #wake(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#waiting[next.kind].delete(next.go);
      this.#enter(next.kind);
      next.go();
    }
    let soonest = Number.POSITIVE_INFINITY;
    for (const kind of KINDS) {
      if (this.#waiting[kind].size > 0) soonest = Math.min(soonest, this.#waitMs(kind));
    }
    // Without a free place on the wire the next response wakes the queue.
    if (soonest === Number.POSITIVE_INFINITY || this.#onTheWire >= CONCURRENCY) return;
    this.#cancelWake = this.#clock.schedule(Math.max(1, Math.ceil(soonest)), () => this.#wake());
  }
}
