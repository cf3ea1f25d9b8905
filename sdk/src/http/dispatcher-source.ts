import type { Dispatcher } from "undici";
import { type DispatcherOptions, makeDispatcher } from "./dispatcher.js";

/** Gives the dispatcher of a client: the caller's, or one of its own that is made at the first call. */
export class DispatcherSource {
  readonly #given: Dispatcher | undefined;
  readonly #options: DispatcherOptions;
  #own: Promise<Dispatcher> | undefined;
  #ready: Dispatcher | undefined;
  #closed: Promise<void> | undefined;

  constructor(given: Dispatcher | undefined, options: DispatcherOptions) {
    this.#given = given;
    this.#options = options;
    this.#ready = given;
  }

  /** The dispatcher, if it is there already. */
  get ready(): Dispatcher | undefined {
    return this.#ready;
  }

  /** The dispatcher. */
  async get(): Promise<Dispatcher> {
    if (this.#ready !== undefined) return this.#ready;
    this.#own ??= makeDispatcher(this.#options);
    try {
      this.#ready = await this.#own;
    } catch (error) {
      // The next call reads the environment again.
      this.#own = undefined;
      throw error;
    }
    return this.#ready;
  }

  /** Closes the client's own dispatcher; one of the caller's stays open. */
  close(): Promise<void> {
    this.#closed ??= this.#closeOwn();
    return this.#closed;
  }

  async #closeOwn(): Promise<void> {
    const own = this.#given === undefined ? await this.#own?.catch(() => undefined) : undefined;
    await own?.close();
  }
}
