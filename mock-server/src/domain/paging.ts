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

/**
 * Cuts a page out of a list in order of `sequence`, rising or falling.
 *
 * A page token names the last item seen, not a number of items: what is added or deleted between two pages
 * shifts none of the rest.
 */
export function pageOf<Item extends { readonly sequence: number }>(
  list: string,
  items: Iterable<Item>,
  { page_size = defaultPageSize, page_token = "" }: PageRequest,
  order: "rising" | "falling" = "rising",
): Page<Item> {
  const last = page_token === "" ? undefined : decodePageToken(list, page_token);
  const rest = [...items].filter(
    ({ sequence }) => last === undefined || (order === "rising" ? sequence > last : sequence < last),
  );
  const page = rest.slice(0, page_size);
  const end = page.at(-1);
  const more = rest.length > page.length && end !== undefined;
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
