import { type MockServer, type MockServerOptions, startMockServer } from "@safetyculture-tokens/mock-server";
import { type ClientOptions, type Hooks, SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { onTestFinished } from "vitest";
import { SkippingClock, TIME_LIMIT_MS } from "./skipping-clock.js";

/** What a test of the client against the mock server has at hand. */
export interface Bench {
  readonly server: MockServer;
  readonly client: SafetyCultureClient;
  readonly clock: SkippingClock;
  /** Another client of the same server. */
  readonly connect: (options?: ClientOptions) => SafetyCultureClient;
}

/** Starts a mock server and a client of it whose waits take no time; both are gone when the test is finished. */
export async function startBench(
  options: ClientOptions = {},
  serverOptions: MockServerOptions = {},
): Promise<Bench> {
  const server = await startMockServer({
    seed: 1,
    clock: { now: "2026-01-01T00:00:00Z", frozen: true },
    ...serverOptions,
  });
  // The server's clock has whole seconds; what is left over of a wait goes into the next.
  let owed = 0;
  const clock = new SkippingClock((ms) => {
    owed += ms;
    const seconds = Math.floor(owed / 1000);
    owed -= seconds * 1000;
    if (seconds > 0) server.clock.advance({ seconds });
  });
  const clients: SafetyCultureClient[] = [];
  const connect = (more: ClientOptions = {}) => {
    const { onRequest, onResponse } = { ...options.hooks, ...more.hooks };
    const hooks: Hooks = {
      onRequest: (event) => {
        clock.onTheWire++;
        onRequest?.(event);
      },
      onResponse: (event) => {
        clock.onTheWire--;
        onResponse?.(event);
      },
    };
    const client = new SafetyCultureClient({
      apiToken: server.apiToken,
      baseUrl: server.url,
      timeoutMs: TIME_LIMIT_MS,
      deadlineMs: 2 * TIME_LIMIT_MS,
      clock,
      random: () => 0.5,
      ...options,
      ...more,
      hooks,
    });
    clients.push(client);
    return client;
  };
  onTestFinished(async () => {
    await server.close();
    await Promise.all(clients.map((client) => client.close()));
  });
  return { server, client: connect(), clock, connect };
}

/** The calls that the server has received of an operation, by the end of its id. */
export function received(server: MockServer, operation: string): number {
  return server.journal.entries().filter((entry) => entry.operation?.endsWith(`_${operation}`)).length;
}
