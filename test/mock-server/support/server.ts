import { type MockServer, type MockServerOptions, startMockServer } from "@safetyculture-tokens/mock-server";
import { onTestFinished } from "vitest";
import { Api } from "./api.js";

/** When the clock of a test begins. */
export const start = "2026-01-01T00:00:00Z";

/** A server of one test, with a clock that stands still, and its administrator. */
export interface TestServer {
  readonly server: MockServer;
  readonly admin: Api;
}

/** Starts a server that ends with the test. */
export async function startServer(options: MockServerOptions = {}): Promise<TestServer> {
  const server = await startMockServer({ seed: 1, clock: { now: start, frozen: true }, ...options });
  onTestFinished(() => server.close());
  return { server, admin: new Api(server.url, server.apiToken) };
}

/** The administrator of an organization. */
export function adminOf(server: MockServer, organization: number): Api {
  const access = server.organizations[organization];
  if (access === undefined) throw new Error(`the server has no organization ${organization}`);
  return new Api(server.url, access.apiToken);
}
