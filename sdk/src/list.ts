/** Guards against an API that never stops giving page tokens. */
const MAX_PAGES = 10_000;

/** How a kind of list is read. */
export interface ListSource<Item, Page> {
  /** Reads one page; without a token the first one. */
  readonly read: (pageToken: string | undefined) => Promise<Page>;
  readonly itemsOf: (page: Page) => readonly Item[];
  /** Token of the next page; nothing or empty on the last one. */
  readonly nextOf: (page: Page) => string | undefined;
  /** What tells items apart, so that one that moved to a later page is not given twice. */
  readonly keyOf?: (item: Item) => string;
  /** Whether the items agree with the counts of the pages. */
  readonly agrees?: (pages: readonly Page[], items: readonly Item[]) => boolean;
  /** The error for a list that does not end. */
  readonly endless: (pages: number) => Error;
}

/**
 * A list that was read as a whole.
 *
 * @example
 * ```ts
 * import type { Listing } from "@safetyculture-tokens/sdk";
 *
 * const count = (listing: Listing<unknown, unknown>) => `${listing.items.length}${listing.complete ? "" : " or more"}`;
 * ```
 */
export interface Listing<Item, Page> {
  /** The items, in the API's order, each once. */
  readonly items: readonly Item[];
  /**
   * Whether these are all: the last page was reached, and nothing shows that the list changed between two pages.
   */
  readonly complete: boolean;
  /** The first page, with the API's counts. */
  readonly firstPage: Page;
}

/**
 * Options of {@link List.all}.
 *
 * @example
 * ```ts
 * import { type AllOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: AllOptions = { limit: 10 };
 * const { items } = await new SafetyCultureClient().activityLog.list().all(options);
 * ```
 */
export interface AllOptions {
  /** Stops after so many items. @defaultValue no limit */
  readonly limit?: number | undefined;
  /**
   * Reads a list of several pages twice and holds one reading against the other, as nothing else shows that an item slipped
   * from one page to the next between two reads. Without it only the counts of active tokens and items that come twice do.
   * @defaultValue true
   */
  readonly confirm?: boolean | undefined;
  /** How often to read again from the start when the list changed while it was read. @defaultValue 2 */
  readonly rereads?: number | undefined;
}

/** One reading of a list. */
interface Reading<Item, Page> {
  readonly items: readonly Item[];
  readonly keys: readonly unknown[];
  readonly firstPage: Page;
  readonly pages: number;
  /** Whether the last page was reached. */
  readonly ended: boolean;
  /** Whether it contradicts itself, so that the list changed between two pages. */
  readonly changed: boolean;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/**
 * A list of the API, read page by page as it is consumed. Nothing is sent before that, and each use reads again.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * for await (const token of client.serviceUserTokens.list()) console.log(token.name);
 *
 * const { items, complete } = await client.serviceUserTokens.list().all();
 * console.log(items.length, complete);
 * ```
 */
export class List<Item, Page> implements AsyncIterable<Item> {
  readonly #source: ListSource<Item, Page>;

  /** @internal */
  constructor(source: ListSource<Item, Page>) {
    this.#source = source;
  }

  /** The items, one by one, each once. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    const seen = new Set<string>();
    const { itemsOf, keyOf } = this.#source;
    for await (const page of this.pages()) {
      for (const item of itemsOf(page)) {
        const key = keyOf?.(item);
        if (key !== undefined && seen.has(key)) continue;
        if (key !== undefined) seen.add(key);
        yield item;
      }
    }
  }

  /** The pages, as the API sends them. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const { read, nextOf, endless } = this.#source;
    const tokens = new Set<string>();
    let token: string | undefined;
    do {
      const page = await read(token);
      yield page;
      token = nextOf(page) || undefined;
      if (token === undefined) return;
      if (tokens.has(token) || tokens.size === MAX_PAGES) throw endless(tokens.size + 1);
      tokens.add(token);
    } while (token !== undefined);
  }

  /** The whole list, and whether it is complete. */
  async all(options: AllOptions = {}): Promise<Listing<Item, Page>> {
    const { limit = Number.POSITIVE_INFINITY, confirm = true, rereads = 2 } = options;
    let before: Reading<Item, Page> | undefined;
    for (let left = rereads + 1; ; left--) {
      const reading = await this.#readAll(limit);
      const { items, firstPage, ended, changed } = reading;
      // One page is of one moment; and without keys two readings cannot be compared.
      const confirmed = !confirm || reading.pages === 1 || this.#source.keyOf === undefined;
      const certain = !changed && (confirmed || (before !== undefined && same(before.keys, reading.keys)));
      if (certain || !ended || left <= 0) return { items, firstPage, complete: ended && certain };
      before = changed ? undefined : reading;
    }
  }

  async #readAll(limit: number): Promise<Reading<Item, Page>> {
    const { itemsOf, keyOf, agrees, nextOf } = this.#source;
    const items = new Map<unknown, Item>();
    const pages: Page[] = [];
    let twice = false;
    for await (const page of this.pages()) {
      pages.push(page);
      for (const item of itemsOf(page)) {
        const key = keyOf === undefined ? items.size : keyOf(item);
        twice ||= items.has(key);
        items.set(key, item);
      }
      if (items.size >= limit) break;
    }
    const [firstPage] = pages;
    const lastPage = pages.at(-1);
    if (firstPage === undefined || lastPage === undefined) throw new Error("a list has at least one page");
    const whole = [...items.values()];
    const ended = !nextOf(lastPage) && whole.length <= limit;
    const changed = twice || (ended && agrees !== undefined && !agrees(pages, whole));
    const keys = [...items.keys()];
    return { items: whole.slice(0, limit), keys, firstPage, pages: pages.length, ended, changed };
  }
}
