/**
 * Matchers for vitest about what a mock server received. Import this module once, in a test or a setup file:
 *
 * ```ts
 * import "@safetyculture-tokens/mock-server/vitest";
 *
 * expect(server).toHaveReceived("ServiceUserTokensService_CreateServiceUserToken", { times: 1 });
 * ```
 */
import { expect } from "vitest";
import type { OperationId } from "./contract/types.js";
import type { JournalEntry } from "./control/types.js";
import type { Journal, JournalFilter } from "./journal/journal.js";

/** Anything with a journal: a server. */
export interface HasJournal {
  readonly journal: Journal;
}

/** Which requests of an operation count, and how many there should be. */
export interface ReceivedOptions {
  /** How many requests; at least one unless given. */
  readonly times?: number;
  /** Only requests after this id, as `server.journal.lastId` was at some moment. */
  readonly since?: number;
  /** Only requests whose answer had this status; null for requests without an answer. */
  readonly status?: number | null;
  /** Only requests whose body has these fields. */
  readonly body?: Readonly<Record<string, unknown>>;
}

interface MockServerMatchers<Result> {
  /** The server received requests of the operation, as many as `times` says or at least one. */
  toHaveReceived(operation: OperationId, options?: ReceivedOptions): Result;
  /** Every request was answered by an operation: no path or method was mistaken. */
  toHaveReceivedNothingUnmatched(filter?: Pick<JournalFilter, "since">): Result;
  /** Every field of every request was read: nothing was sent in vain. */
  toHaveReadEveryField(filter?: Pick<JournalFilter, "since">): Result;
}

declare module "vitest" {
  interface Matchers<T> extends MockServerMatchers<T> {}
}

expect.extend({
  toHaveReceived(server: unknown, operation: OperationId, options: ReceivedOptions = {}) {
    const { times, since = 0, status, body } = options;
    const { journal } = serverOf(server);
    const all = journal.entries({ since, operation });
    const found = all.filter(
      (entry) =>
        (status === undefined || entry.status === status) &&
        (body === undefined || this.equals(entry.body, expect.objectContaining(body))),
    );
    return {
      pass: times === undefined ? found.length > 0 : found.length === times,
      message: () =>
        [
          `expected ${this.isNot ? "not " : ""}${times ?? "at least one"} × ${operation}, received ${found.length}`,
          ...(found.length === all.length ? [] : [`${all.length} of this operation in all`]),
          "received in all:",
          ...linesOf(journal.entries({ since })),
        ].join("\n"),
    };
  },

  toHaveReceivedNothingUnmatched(server: unknown, filter: Pick<JournalFilter, "since"> = {}) {
    const unmatched = serverOf(server).journal.entries({ ...filter, unmatched: true });
    return {
      pass: unmatched.length === 0,
      message: () => ["requests that no operation answers:", ...linesOf(unmatched)].join("\n"),
    };
  },

  toHaveReadEveryField(server: unknown, filter: Pick<JournalFilter, "since"> = {}) {
    const found = serverOf(server)
      .journal.entries(filter)
      .filter((entry) => entry.unread_fields.length > 0);
    return {
      pass: found.length === 0,
      message: () => ["requests with fields that nothing read:", ...linesOf(found)].join("\n"),
    };
  },
});

function serverOf(value: unknown): HasJournal {
  if (isServer(value)) return value;
  throw new TypeError("expect() needs a mock server, as startMockServer returns it");
}

function isServer(value: unknown): value is HasJournal {
  return typeof value === "object" && value !== null && "journal" in value;
}

function linesOf(entries: readonly JournalEntry[]): string[] {
  if (entries.length === 0) return ["  nothing"];
  return entries.map(({ id, method, path, operation, status, unread_fields, nearest_route }) => {
    const answer = status === null ? "no answer" : status;
    const hint = nearest_route === null ? "" : `, nearest: ${nearest_route}`;
    const unread = unread_fields.length === 0 ? "" : `, not read: ${unread_fields.join(", ")}`;
    return `  #${id} ${method} ${path} -> ${answer} (${operation ?? "no operation"}${hint}${unread})`;
  });
}
