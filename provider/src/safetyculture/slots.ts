import { TokenLimitReachedError } from "@safetyculture-tokens/sdk";

/** How long a create that met the limit waits for a revocation to begin: Terraform starts independent changes at once. */
const PATIENCE_MS = 1_500;

/** The active tokens that an organization has room for, as far as this process is about to free some. */
export class Slots {
  readonly #ending = new Set<Promise<unknown>>();
  #begun = 0;
  #waiting: (() => void)[] = [];

  /** Runs what will end an active token; creates that meet the limit wait for it. */
  async whileEnding<T>(run: () => Promise<T>): Promise<T> {
    const ending = run();
    this.#ending.add(ending);
    this.#begun += 1;
    for (const wake of this.#waiting.splice(0)) wake();
    try {
      return await ending;
    } finally {
      this.#ending.delete(ending);
    }
  }

  /** Runs what makes a token active, and once more after each revocation that was under way when it met the limit. */
  async withRoom<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (;;) {
      const begun = this.#begun;
      try {
        return await run();
      } catch (error) {
        if (!isLimit(error) || !(await this.#freed(begun, signal))) throw error;
      }
    }
  }

  /** Waits for a revocation; whether there was one. */
  async #freed(begun: number, signal: AbortSignal): Promise<boolean> {
    if (this.#ending.size === 0 && this.#begun === begun) await this.#pause(signal);
    if (signal.aborted) return false;
    if (this.#ending.size === 0) return this.#begun > begun;
    await Promise.race([...this.#ending].map((ending) => ending.catch(() => undefined)));
    return true;
  }

  #pause(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, PATIENCE_MS);
      signal.addEventListener("abort", done, { once: true });
      this.#waiting.push(done);
    });
  }
}

const isLimit = (error: unknown): boolean =>
  error instanceof TokenLimitReachedError || (error instanceof Error && isLimitCause(error.cause));

const isLimitCause = (cause: unknown): boolean => cause instanceof TokenLimitReachedError;
