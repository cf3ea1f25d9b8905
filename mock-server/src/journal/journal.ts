import type { IncomingHttpHeaders } from "node:http";
import type { OperationId } from "../contract/types.js";
import type { JournalEntry } from "../control/types.js";
import { redact, redactText } from "../text/redact.js";

/** Requests that are kept, the newest ones. */
const entryLimit = 10_000;

/** Characters of a body that are kept. */
const bodyLimit = 65_536;

/** Headers of which nothing is kept but that they were there. */
const secretHeaders = new Set(["authorization", "cookie", "proxy-authorization"]);

/** Which requests are wanted. */
export interface JournalFilter {
  /** Only requests whose id is greater, as {@link Journal.lastId} was at some moment. */
  readonly since?: number;
  readonly operation?: OperationId;
  /** Only requests that no operation answers, or only the others. */
  readonly unmatched?: boolean;
}

/**
 * The requests that came, oldest first, without secrets.
 *
 * ```ts
 * const before = server.journal.lastId;
 * await applyTwice();
 * server.journal.entries({ since: before, operation: "ServiceUserTokensService_CreateServiceUserToken" });
 * ```
 */
export interface Journal {
  /** Id of the newest request of all; 0 when none came. */
  readonly lastId: number;
  entries(filter?: JournalFilter): readonly JournalEntry[];
  clear(): void;
}

/** A request as it came. */
export interface JournalRequest {
  readonly at: string;
  readonly operation: OperationId | null;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body, when it is JSON. */
  readonly json: unknown;
  readonly nearestRoute: string | null;
}

/** Keeps the journal. An entry is filled in while its request is answered. */
export class RequestJournal implements Journal {
  #entries: JournalEntry[] = [];
  #lastId = 0;

  get lastId(): number {
    return this.#lastId;
  }

  /** Opens the entry of a request. */
  open(request: JournalRequest): JournalEntry {
    this.#lastId += 1;
    const entry: JournalEntry = {
      id: this.#lastId,
      at: request.at,
      operation: request.operation,
      method: request.method,
      path: redactText(request.path),
      query: Object.fromEntries(
        [...request.query].map(([key, value]) => [redactText(key), redactText(value)]),
      ),
      headers: redactHeaders(request.headers),
      body: redactBody(request),
      caller: null,
      status: null,
      reason: null,
      faults: [],
      unread_fields: [],
      nearest_route: request.nearestRoute === null ? null : redactText(request.nearestRoute),
    };
    this.#entries.push(entry);
    if (this.#entries.length > entryLimit + 1000) this.#entries = this.#entries.slice(1000);
    return entry;
  }

  entries({ since = 0, operation, unmatched }: JournalFilter = {}): readonly JournalEntry[] {
    return this.#entries.filter(
      (entry) =>
        entry.id > since &&
        (operation === undefined || entry.operation === operation) &&
        (unmatched === undefined || (entry.operation === null) === unmatched),
    );
  }

  clear(): void {
    this.#entries = [];
  }
}

function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const redacted: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? "";
    redacted[name] = secretHeaders.has(name)
      ? "[redacted]"
      : redactText(Array.isArray(value) ? value.join(", ") : value);
  }
  return redacted;
}

function redactBody({ text, json }: JournalRequest): unknown {
  if (text === "") return null;
  if (text.length > bodyLimit) return `[${text.length} characters]`;
  return redact(json === undefined ? text : json);
}
