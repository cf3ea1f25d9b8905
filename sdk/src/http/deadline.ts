import type { Clock } from "../clock.js";

/** Why a wait ended early. */
export class Cancellation extends Error {
  override readonly name = "Cancellation";

  constructor(readonly kind: "aborted" | "deadline" | "closed") {
    super(kind);
  }
}

/** The end of a client: waits that are under way are told, without the listener limit of an `AbortSignal`. */
export class Closing {
  readonly #waits = new Set<() => void>();
  #closed = false;

  /** Whether the client is closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Calls `end` when the client is closed. Returns how to take that back. */
  watch(end: () => void): () => void {
    this.#waits.add(end);
    return () => {
      this.#waits.delete(end);
    };
  }

  /** Ends all waits, and those to come. */
  close(): void {
    this.#closed = true;
    for (const end of [...this.#waits]) end();
  }
}

/** How long a call may go on: its deadline, the caller's signal, and the closing of the client. */
export class Deadline {
  readonly #clock: Clock;
  readonly #ends: number;
  readonly #closing: Closing;
  readonly signal: AbortSignal | undefined;

  constructor(clock: Clock, deadlineMs: number, signal: AbortSignal | undefined, closing: Closing) {
    this.#clock = clock;
    this.#ends = clock.monotonic() + deadlineMs;
    this.signal = signal;
    this.#closing = closing;
  }

  /** Milliseconds until the deadline. */
  get remainingMs(): number {
    return this.#ends - this.#clock.monotonic();
  }

  /** @throws Cancellation when the call may not go on. */
  check(): void {
    if (this.signal?.aborted) throw new Cancellation("aborted");
    if (this.#closing.closed) throw new Cancellation("closed");
    if (this.remainingMs <= 0) throw new Cancellation("deadline");
  }

  /** Waits so many milliseconds. */
  sleep(ms: number): Promise<void> {
    return this.wait((done) => this.#clock.schedule(ms, done));
  }

  /**
   * Waits until `start` calls back.
   *
   * @param start - Begins the wait and returns how to give it up.
   * @throws Cancellation when the call may not go on.
   */
  wait(start: (done: () => void) => () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.check();
      const cancels: (() => void)[] = [];
      const end = (cancellation?: Cancellation) => {
        for (const cancel of cancels) cancel();
        if (cancellation === undefined) resolve();
        else reject(cancellation);
      };
      const { signal } = this;
      if (signal !== undefined) {
        const abort = () => end(new Cancellation("aborted"));
        signal.addEventListener("abort", abort);
        cancels.push(() => signal.removeEventListener("abort", abort));
      }
      cancels.push(this.#closing.watch(() => end(new Cancellation("closed"))));
      const remaining = Math.ceil(this.remainingMs);
      cancels.push(this.#clock.schedule(remaining, () => end(new Cancellation("deadline"))));
      cancels.push(start(() => end()));
    });
  }
}
