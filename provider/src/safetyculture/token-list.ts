import type { ServiceUserToken } from "@safetyculture-tokens/sdk";

/** The tokens of an organization as one reading showed them. */
export interface Snapshot {
  /** By id, oldest first. */
  readonly tokens: ReadonlyMap<string, ServiceUserToken>;
  /** Whether these are certainly all. */
  readonly complete: boolean;
  /** Active tokens by the API's count, and how many there may be; `undefined` when the API does not say. */
  readonly active: number | undefined;
  readonly limit: number | undefined;
}

/** What became of a token. */
export type Outcome = ServiceUserToken | { readonly deleted: string };

/** How often a list that changes while it is read is read from the start, for those who need all of it. */
const READINGS = 3;

/** Readings of one list, shared by those who can live with the same one. */
export class TokenList {
  readonly #read: () => Promise<Snapshot>;
  #current: Promise<Snapshot> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Snapshot> | undefined;

  constructor(read: () => Promise<Snapshot>) {
    this.#read = read;
  }

  /** The reading that everybody shares, with the writes since noted in it. A hint: it may lag behind. */
  current(): Promise<Snapshot> {
    return this.#current ?? this.#start();
  }

  /** A reading that starts after it was asked for, shared by those who ask while an earlier one is under way. */
  #fresh(): Promise<Snapshot> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  /** A fresh reading that shows every token, or `undefined` when the list went on changing while it was read. */
  async complete(): Promise<Snapshot | undefined> {
    for (let reading = 1; reading <= READINGS; reading += 1) {
      const snapshot = await this.#fresh();
      if (snapshot.complete) return snapshot;
    }
    return undefined;
  }

  /** Notes what became of a token, so that the next reader need not ask again. */
  note(outcome: Outcome): void {
    const noted = this.#current?.then((snapshot) => {
      const tokens = new Map(snapshot.tokens);
      if ("deleted" in outcome) tokens.delete(outcome.deleted);
      else tokens.set(outcome.id, outcome);
      return { ...snapshot, tokens };
    });
    if (noted !== undefined) this.#remember(noted);
  }

  /** Makes the next reader ask again. */
  forget(): void {
    this.#current = undefined;
  }

  #start(): Promise<Snapshot> {
    const reading = this.#read();
    this.#running = reading.catch(() => undefined);
    return this.#remember(reading);
  }

  #remember(reading: Promise<Snapshot>): Promise<Snapshot> {
    this.#current = reading;
    reading.catch(() => {
      if (this.#current === reading) this.#current = undefined;
    });
    return reading;
  }
}
