import { createServer } from "node:http";
import type { Clock, ClockStart } from "./clock.js";
import { Control } from "./control/control.js";
import { listenerFor } from "./http/listener.js";
import { RateLimiter } from "./http/rate-limit.js";
import type { OrganizationAccess } from "./organization-access.js";
import type { Seed } from "./seed/document.js";
import { World } from "./world.js";

/** How to start a server. */
export interface MockServerOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on. `127.0.0.1` unless given. */
  readonly host?: string;
  /** What the server begins with, or just the number from which its ids and secrets follow. */
  readonly seed?: Seed | number;
  /** Where the clock begins, and whether it stands still. Real time, running, unless given. */
  readonly clock?: ClockStart | Date | string;
  /** Whether calls are limited to 800 in 60 seconds, of which 200 writes. False unless given. */
  readonly rateLimit?: boolean;
}

/** A running server. */
export interface MockServer extends AsyncDisposable {
  /** Base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Credential of the first organization's administrator. */
  readonly apiToken: string;
  readonly organizations: readonly OrganizationAccess[];
  readonly clock: Clock;
  /** Begins again from the seed: same organizations and credentials, and the clock at its start. */
  reset(): void;
  /** Stops the server and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts a server in this process. It prints nothing.
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
  const { port = 0, host = "127.0.0.1", seed = {}, clock = {}, rateLimit = false } = options;
  const world = new World(
    typeof seed === "number" ? { random_seed: seed } : seed,
    typeof clock === "string" || clock instanceof Date ? { now: clock } : clock,
  );
  const rateLimiter = rateLimit ? new RateLimiter() : undefined;
  const control = new Control(world);
  const server = createServer(listenerFor({ world, rateLimiter }, control));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const [first] = world.organizations;
  if (first === undefined) throw new Error("a seed needs at least one organization");
  return {
    url: urlOf(server.address()),
    apiToken: first.apiToken,
    organizations: world.organizations,
    clock: world.clock,
    reset: () => {
      world.reset();
      rateLimiter?.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function urlOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): string {
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
