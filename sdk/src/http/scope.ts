import type { Clock } from "../clock.js";

/** Why a wait ended early. */
export class Interruption extends Error {
  override readonly name = "Interruption";

  constructor(readonly kind: "aborted" | "deadline" | "closed") {
    super(kind);
  }
}

/** How long a call may go on: its deadline, the caller's signal, and the closing of the client. */
export class Scope {
  readonly #clock: Clock;
  readonly #ends: number;
  readonly #closing: AbortSignal;
  readonly signal: AbortSignal | undefined;

  constructor(clock: Clock, deadlineMs: number, signal: AbortSignal | undefined, closing: AbortSignal) {
    this.#clock = clock;
    this.#ends = clock.monotonic() + deadlineMs;
    this.signal = signal;
    this.#closing = closing;
  }

  /** Milliseconds until the deadline. */
  get remainingMs(): number {
    return this.#ends - this.#clock.monotonic();
  }

  /** @throws Interruption when the call may not go on. */
  check(): void {
    if (this.signal?.aborted) throw new Interruption("aborted");
    if (this.#closing.aborted) throw new Interruption("closed");
    if (this.remainingMs <= 0) throw new Interruption("deadline");
  }

  /** Waits so many milliseconds. */
  sleep(ms: number): Promise<void> {
    return this.wait((done) => this.#clock.schedule(ms, done));
  }

  /**
   * Waits until `start` calls back.
   *
   * @param start - Begins the wait and answers how to give it up.
   * @throws Interruption when the call may not go on.
   */
  wait(start: (done: () => void) => () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.check();
      const cancels: (() => void)[] = [];
      const end = (interruption?: Interruption) => {
        for (const cancel of cancels) cancel();
        if (interruption === undefined) resolve();
        else reject(interruption);
      };
      const watch = (signal: AbortSignal, kind: Interruption["kind"]) => {
        const listener = () => end(new Interruption(kind));
        signal.addEventListener("abort", listener);
        cancels.push(() => signal.removeEventListener("abort", listener));
      };
      if (this.signal !== undefined) watch(this.signal, "aborted");
      watch(this.#closing, "closed");
      const remaining = Math.ceil(this.remainingMs);
      cancels.push(this.#clock.schedule(remaining, () => end(new Interruption("deadline"))));
      cancels.push(start(() => end()));
    });
  }
}
