import { createServer, type Server } from "node:http";
import type { Clock, ClockStart } from "./clock.js";
import { Control } from "./control/control.js";
import type { JournalEntry, Seed, Snapshot } from "./control/types.js";
import type { Assumptions } from "./domain/assumptions.js";
import { FaultRegistry, type Faults } from "./faults/registry.js";
import { ApiEndpoint } from "./http/api-endpoint.js";
import { listenerFor } from "./http/listener.js";
import { refuseMalformed } from "./http/malformed.js";
import { RateLimiter } from "./http/rate-limit.js";
import { type Journal, RequestJournal } from "./journal/journal.js";
import type { OrganizationAccess } from "./organization-access.js";
import { type TokensView, World } from "./world.js";

/** How to start a server. */
export interface MockServerOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on. `127.0.0.1` unless given. Whoever reaches it has all rights. */
  readonly host?: string;
  /** What the server begins with, the file that says so, or just the number from which ids and secrets follow. */
  readonly seed?: Seed | string | number;
  /** The number from which ids and secrets follow. It comes before that of the seed. */
  readonly randomSeed?: number;
  /**
   * File that keeps the state over restarts; what it holds comes before the seed and the clock. What this process
   * changes without a call is written with the next call, or at the end.
   */
  readonly state?: string;
  /** Where the clock begins, and whether it stands still. Real time, running, unless given. */
  readonly clock?: ClockStart | Date | string;
  /** Rules that nobody documents, to test under the other one. They come before those of the seed. */
  readonly assumptions?: Partial<Assumptions>;
  /** Whether calls are limited to 800 in 60 seconds, of which 200 writes. False unless given. */
  readonly rateLimit?: boolean;
  /** Told of every request of the API when its answer is known. */
  readonly onRequest?: (entry: JournalEntry) => void;
}

/** A running server. */
export interface MockServer extends AsyncDisposable {
  /** Base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Credential of the first organization's administrator. It never expires and counts against no limit. */
  readonly apiToken: string;
  readonly organizations: readonly OrganizationAccess[];
  readonly clock: Clock;
  readonly faults: Faults;
  readonly journal: Journal;
  /** All tokens, in every state and without secrets. No idle time starts again, and the journal stays as it is. */
  tokens(): TokensView;
  /** Deactivates a person: their user tokens expire at once and for good. */
  deactivateUser(id: string): void;
  /** Makes a person active again. Tokens that ended stay expired. */
  reactivateUser(id: string): void;
  /** The whole world at this moment; of secrets it has hashes. */
  snapshot(): Snapshot;
  /** Puts a snapshot's world, and its time, in the place of the present one. Faults and journal stay. */
  restore(snapshot: Snapshot): void;
  /** Begins again from the seed: same organizations, credentials and clock, no faults, an empty journal. */
  reset(): void;
  /** Stops the server and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts a server in this process. It prints nothing.
 *
 * Throws {@link SeedError} and {@link StateFileError} for files and seeds that it cannot use, {@link ClockError}
 * for a time that is none, and the error of the system when it cannot listen.
 *
 * ```ts
 * await using server = await startMockServer({ seed: 1, clock: { now: "2026-01-01T00:00:00Z", frozen: true } });
 * await fetch(`${server.url}/accounts/user/v1/user:WhoAmI`, {
 *   headers: { authorization: `Bearer ${server.apiToken}` },
 * });
 * server.clock.advance({ days: 46 });
 * ```
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1", rateLimit = false, onRequest } = options;
  const world = await worldOf(options);
  const closing = new AbortController();
  const journal = new RequestJournal();
  const faults = new FaultRegistry(() => world.store.organizations.values());
  const rateLimiter = rateLimit ? new RateLimiter() : undefined;
  const keeper = await keeperOf(options.state, world);
  const reset = () => {
    world.reset();
    faults.clear();
    journal.clear();
    rateLimiter?.clear();
  };
  const restore = (snapshot: Snapshot) => {
    world.restore(snapshot);
    // Its windows belong to another time.
    rateLimiter?.clear();
  };
  const api = new ApiEndpoint({
    world,
    faults,
    journal,
    rateLimiter,
    save: keeper === undefined ? undefined : () => keeper.save(),
    onAnswer: onRequest,
    closing: closing.signal,
  });
  const control = new Control({
    world,
    faults,
    journal,
    reset,
    restore,
    save: async () => keeper?.save(true),
  });
  const server = createServer(listenerFor({ api, control, clock: world.clock, closing: closing.signal }));
  server.on("clientError", refuseMalformed);
  // A client that keeps a connection must not find it closed just when it sends.
  server.keepAliveTimeout = 120_000;
  try {
    await listen(server, port, host);
  } catch (error) {
    await keeper?.close();
    throw error;
  }
  const close = once(async () => {
    closing.abort();
    await stop(server);
    await keeper?.close();
  });
  const url = urlOf(server);
  return {
    url,
    get apiToken() {
      return world.organizations[0]?.apiToken ?? "";
    },
    get organizations() {
      return world.organizations;
    },
    clock: world.clock,
    faults,
    journal,
    tokens: () => world.tokens(),
    deactivateUser: (id) => world.deactivateUser(id),
    reactivateUser: (id) => world.reactivateUser(id),
    snapshot: () => world.snapshot(),
    restore,
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function worldOf(options: MockServerOptions): Promise<World> {
  const { randomSeed } = options;
  const given = await seedOf(options.seed);
  const seed = randomSeed === undefined ? given : { ...given, random_seed: randomSeed };
  const clock = options.clock ?? seed.clock ?? {};
  return new World(
    seed,
    typeof clock === "string" || clock instanceof Date ? { now: clock } : clock,
    options.assumptions ?? {},
  );
}

/** Files and objects are checked; the code for it loads only when there is something to check. */
async function seedOf(seed: Seed | string | number = {}): Promise<Seed> {
  if (typeof seed === "number") return { random_seed: seed };
  if (typeof seed !== "string" && Object.keys(seed).length === 0) return {};
  const { checkSeed, loadSeed } = await import("./seed/load.js");
  return typeof seed === "string" ? loadSeed(seed) : checkSeed(seed);
}

async function keeperOf(path: string | undefined, world: World) {
  if (path === undefined) return undefined;
  const { StateKeeper } = await import("./state/state-keeper.js");
  return StateKeeper.open(path, world);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
