/** Ids kept at most; the oldest go first. Only tokens made within one lost call matter. */
const MOST = 10_000;

/**
 * Who makes a token under a key: this process, where the create is at work or has handed its secret to somebody; this process,
 * where the create was given up; or another process.
 */
export type Maker = "ours" | "given_up" | "foreign";

/**
 * What this process knows of the tokens that it made, over all clients: which ids came back to it, which calls are still
 * under way, and which reconcile is at work. Without it a reconcile could take over a token whose secret another part of the
 * same process holds.
 */
export class ProcessMemory {
  readonly #issued = new Map<string, string>();
  readonly #underWay = new Map<string, Set<Promise<unknown>>>();
  /** Keys of creates of this process: false once the create was given up, so that nobody has the secret. */
  readonly #creating = new Map<string, boolean>();
  readonly #turns = new Map<string, Promise<unknown>>();

  /** The secret of this token, issued then, came back to this process. */
  remember(id: string, issuedAt: string): void {
    this.#issued.delete(id);
    this.#issued.set(id, issuedAt);
    if (this.#issued.size <= MOST) return;
    for (const oldest of this.#issued.keys()) {
      this.#issued.delete(oldest);
      return;
    }
  }

  /** The secret of this token is void. */
  forgetSecret(id: string): void {
    if (this.#issued.has(id)) this.#issued.set(id, "");
  }

  /** Whether a secret of this token ever came back to this process. */
  knows(id: string): boolean {
    return this.#issued.has(id);
  }

  /** Whether the secret of this token that was issued then came back to this process. */
  holdsSecret(id: string, issuedAt: string): boolean {
    return this.#issued.get(id) === issuedAt;
  }

  /** Runs what issues a secret under a key; without a result the create counts as given up, unless it is part of another one. */
  async whileCreating<T>(key: string, run: () => Promise<T>, hasSecret: (result: T) => boolean): Promise<T> {
    const isPart = this.#creating.get(key) === true;
    this.#creating.set(key, true);
    let isOurs = isPart;
    try {
      const result = await run();
      isOurs ||= hasSecret(result);
      return result;
    } finally {
      this.#creating.set(key, isOurs);
      if (this.#creating.size > MOST)
        for (const [oldest] of [...this.#creating].slice(0, MOST / 2)) this.#creating.delete(oldest);
    }
  }

  /** What this process knows of a key. */
  creating(key: string): Maker {
    const isOurs = this.#creating.get(key);
    return isOurs === undefined ? "foreign" : isOurs ? "ours" : "given_up";
  }

  /** Runs a create or regenerate, so that {@link ProcessMemory.drained} can wait for it. */
  async during<T>(key: string, run: () => Promise<T>): Promise<T> {
    const calls = this.#underWay.get(key) ?? new Set();
    this.#underWay.set(key, calls);
    const call = run();
    calls.add(call);
    try {
      return await call;
    } finally {
      calls.delete(call);
      if (calls.size === 0) this.#underWay.delete(key);
    }
  }

  /** Waits until the creates and regenerates that are under way now have ended, one way or the other. */
  async drained(key: string): Promise<void> {
    await Promise.allSettled([...(this.#underWay.get(key) ?? [])]);
  }

  /** Runs one thing at a time for each key. */
  async inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(key);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return run();
    })();
    this.#turns.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    }
  }
}

const memories = new Map<string, ProcessMemory>();

/** What this process knows of the tokens of one API, by its base URL. */
export function memoryOf(baseUrl: string): ProcessMemory {
  const memory = memories.get(baseUrl) ?? new ProcessMemory();
  memories.set(baseUrl, memory);
  return memory;
}
