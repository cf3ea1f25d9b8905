import { invalidRequest } from "../errors.js";

const defaultPageSize = 20;

/** Which page of a list. */
export interface PageRequest {
  readonly page_size?: number;
  readonly page_token?: string;
}

/** One page, and the token of the next one, empty when there is none. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextPageToken: string;
}

/** How a list is cut. */
export interface PageOptions {
  /** Name of the list: a page token of another list is refused. */
  readonly list: string;
  /** Whether `sequence` rises or falls along the list. */
  readonly order: "rising" | "falling";
  /** Items of the page before that a page repeats or, when negative, that it leaves out. 0 unless a fault says so. */
  readonly shift: number;
}

/**
 * Cuts a page out of a list.
 *
 * A page token names the last item seen, not a number of items: what is added or deleted between two pages
 * shifts none of the rest.
 */
export function pageOf<Item extends { readonly sequence: number }>(
  items: readonly Item[],
  { page_size = defaultPageSize, page_token = "" }: PageRequest,
  { list, order, shift }: PageOptions,
): Page<Item> {
  let start = 0;
  if (page_token !== "") {
    const last = decodePageToken(list, page_token);
    const next = items.findIndex(({ sequence }) => (order === "rising" ? sequence > last : sequence < last));
    const found = next === -1 ? items.length : next;
    // A page that repeats only what was seen would never end.
    start = Math.max(0, found - Math.min(shift, page_size - 1));
  }
  const page = items.slice(start, start + page_size);
  const end = page.at(-1);
  const more = start + page.length < items.length && end !== undefined;
  return { items: page, nextPageToken: more ? encodePageToken(list, end.sequence) : "" };
}

function encodePageToken(list: string, last: number): string {
  return Buffer.from(`${list}:${last}`).toString("base64url");
}

function decodePageToken(list: string, token: string): number {
  const [name, last] = Buffer.from(token, "base64url").toString().split(":");
  const sequence = Number(last);
  if (name !== list || !Number.isSafeInteger(sequence) || encodePageToken(list, sequence) !== token) {
    throw invalidRequest([
      { field: "page_token", description: "value must be the next_page_token of this list" },
    ]);
  }
  return sequence;
}
