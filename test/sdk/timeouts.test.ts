import { TimeoutError } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";
import { startPlainServer } from "./support/plain-server.js";
import { TIME_LIMIT_MS } from "./support/skipping-clock.js";

test("a server that never responds is a timeout, and the socket is given up", async () => {
  const { connect, clock } = await startBench();
  const { url, requests } = await startPlainServer(() => clock.advance(TIME_LIMIT_MS));
  const client = connect({ baseUrl: url, deadlineMs: 3 * TIME_LIMIT_MS, maxRetries: 1 });
  const error = await client.users.whoAmI().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    phase: "attempt",
    limitMs: TIME_LIMIT_MS,
    attempts: 2,
    mayHaveHappened: true,
  });
  expect(requests.length).toBe(2);
});

test("a body that drips slower than the time limit is a timeout", async () => {
  const { client, server } = await startBench({
    clock: undefined,
    timeoutMs: 50,
    deadlineMs: 5000,
    maxRetries: 0,
  });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "slow_body", pause_milliseconds: 20 });
  await expect(client.users.whoAmI()).rejects.toMatchObject({ code: "TIMEOUT" });
});

test("the deadline ends a call of many attempts", async () => {
  const { connect, clock } = await startBench();
  const { url } = await startPlainServer(() => clock.advance(TIME_LIMIT_MS));
  const client = connect({ baseUrl: url, timeoutMs: 2 * TIME_LIMIT_MS, deadlineMs: TIME_LIMIT_MS });
  await expect(client.users.whoAmI()).rejects.toMatchObject({
    code: "TIMEOUT",
    phase: "deadline",
    limitMs: TIME_LIMIT_MS,
  });
});
