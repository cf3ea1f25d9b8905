import type { Fault } from "@safetyculture-tokens/mock-server";
import { ConnectionError, type SafetyCultureClient, SafetyCultureError } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { received, startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

type Call = (client: SafetyCultureClient, id: string) => Promise<unknown>;

const repeatable: [string, Call][] = [
  ["ServiceUserTokensService_ListServiceUserTokens", (client) => client.serviceUserTokens.list().all()],
  ["ServiceUserTokensService_GetServiceUserToken", (client, id) => client.serviceUserTokens.get(id)],
  [
    "ServiceUserTokensService_UpdateServiceUserToken",
    (client, id) => client.serviceUserTokens.update(id, { name: "b" }),
  ],
  ["ServiceUserTokensService_RevokeServiceUserToken", (client, id) => client.serviceUserTokens.revoke(id)],
  ["UsersService_WhoAmI", (client) => client.users.whoAmI()],
  ["UsersService_ListUsers", (client) => client.users.list().all()],
  ["PermissionsService_ListPermissions", (client) => client.permissions.list().all()],
  ["ActivityLogService_ListActivities", (client) => client.activityLog.list().all()],
];

const faults: [string, Record<string, unknown>][] = [
  ["a connection dropped before handling", { kind: "drop" }],
  ["a response dropped after the commit", { kind: "drop", when: "after_commit" }],
  ["a reset", { kind: "reset" }],
  ["a reset after the commit", { kind: "reset", when: "after_commit" }],
  ["a truncated body", { kind: "truncated_body" }],
  ["a body of nothing", { kind: "truncated_body", bytes: 0 }],
  ["HTTP 500", { kind: "status", status: 500 }],
  [
    "HTTP 502 with a proxy's page",
    { kind: "status", status: 502, raw_body: "<html>", content_type: "text/html" },
  ],
  ["HTTP 503 after the commit", { kind: "status", status: 503, when: "after_commit" }],
  ["HTTP 504", { kind: "status", status: 504 }],
  ["HTTP 429", { kind: "rate_limited" }],
];

test.each(faults)("reads, edits and revocations survive %s", async (_what, fault) => {
  const { client, server } = await startBench();
  for (const [operation, call] of repeatable) {
    const { token } = await client.serviceUserTokens.create({ name: operation.slice(0, 100) });
    server.faults.set([{ ...fault, operation, times: 2 } as Fault]);
    await call(client, token.id);
    expect(server.faults.list()[0]?.hits, operation).toBe(2);
  }
});

test.each(
  faults,
)("a delete survives %s, and a token that it deleted already is no error", async (_what, fault) => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  server.faults.add({
    ...fault,
    operation: "ServiceUserTokensService_DeleteServiceUserToken",
    times: 1,
  } as Fault);
  await client.serviceUserTokens.delete(token.id);
  expect(server.tokens().service_user_tokens).toEqual([]);
});

test("a person's token whose revocation was lost counts as revoked", async () => {
  const { client, server } = await startBench();
  const { token } = await client.userTokens.create({ name: "a" });
  server.faults.add({
    operation: "UserTokensService_RevokeUserToken",
    kind: "drop",
    when: "after_commit",
    times: 1,
  });
  expect((await client.userTokens.revoke(token.id)).status).toBe("USER_TOKEN_STATUS_REVOKED");
  server.faults.add({
    operation: "UserTokensService_DeleteUserToken",
    kind: "drop",
    when: "after_commit",
    times: 1,
  });
  await client.userTokens.delete(token.id);
});

test("a revoke that fails at once because the token is revoked stays an error", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  await expect(client.serviceUserTokens.revoke(token.id)).rejects.toMatchObject({ code: "TOKEN_NOT_ACTIVE" });
});

test("the last error is thrown when the retries are used up", async () => {
  const { client, server } = await startBench({ maxRetries: 2 });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 503 });
  await expect(client.users.whoAmI()).rejects.toMatchObject({
    code: "SERVER_ERROR",
    status: 503,
    attempts: 3,
  });
  expect(received(server, "WhoAmI")).toBe(3);
});

test("a call can have limits of its own", async () => {
  const { client, server } = await startBench();
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 503 });
  await expect(client.users.whoAmI({ maxRetries: 0 })).rejects.toMatchObject({ attempts: 1 });
});

test("what the API refuses is not tried again", async () => {
  const { client, server } = await startBench();
  const missing = "00000000-0000-4000-8000-000000000000";
  await expect(client.serviceUserTokens.get(missing)).rejects.toMatchObject({ attempts: 1 });
  expect(received(server, "GetServiceUserToken")).toBe(1);
});

test("waits grow with full jitter", async () => {
  const { server, connect, clock } = await startBench();
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 500 });
  const waits = async (random: number) => {
    clock.waits.length = 0;
    await connect({ random: () => random, maxRetries: 8 })
      .users.whoAmI()
      .catch(() => undefined);
    return clock.waits.map(Math.round);
  };
  expect(await waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await waits(0.5)).toEqual([125, 250, 500, 1000, 2000, 4000, 8000, 10000]);
});

test("x-ratelimit-reset says how long to wait after a 429", async () => {
  const { client, server, clock } = await startBench({ random: () => 0 });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "rate_limited", reset_seconds: 17, times: 1 });
  await client.users.whoAmI();
  expect(clock.monotonic()).toBe(17_000);
});

test.each([
  ["seconds", "7", 7000],
  ["a date, held against the response's own", "Thu, 01 Jan 2026 00:00:09 GMT", 9000],
  ["a date that has passed", "Wed, 31 Dec 2025 00:00:00 GMT", 0],
  ["something else", "soon", 0],
])("Retry-After in %s says how long to wait", async (_what, value, expected) => {
  const headers = { "retry-after": value, date: "Thu, 01 Jan 2026 00:00:00 GMT" };
  const { url } = await startPlainServer((_request, response, count) => {
    if (count === 1) json(response, 503, {}, headers);
    else json(response, 200, { service_user_token: sampleToken });
  });
  const { connect, clock } = await startBench({ random: () => 0 });
  await connect({ baseUrl: url }).serviceUserTokens.get(sampleToken.id);
  expect(clock.monotonic()).toBe(expected);
});

test("a wait beyond the deadline is not begun", async () => {
  const { server, connect, clock } = await startBench();
  const client = connect({ deadlineMs: 1_000_000, timeoutMs: 1_000_000 });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "rate_limited", reset_seconds: 2000 });
  const error = await client.users.whoAmI().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "RATE_LIMITED", attempts: 1, retryAfterMs: 2_000_000 });
  expect(clock.monotonic()).toBe(0);
});

test("all calls of a client share a budget of retries", async () => {
  const { server, connect } = await startBench();
  const client = connect({ retryBudget: 3 });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 500 });
  await Promise.allSettled(Array.from({ length: 10 }, () => client.users.whoAmI()));
  expect(received(server, "WhoAmI")).toBe(13);
  server.faults.clear();
  for (let i = 0; i < 5; i++) await client.users.whoAmI();
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 500, times: 1 });
  await client.users.whoAmI();
});

test("a response to a read that is damaged, or of somebody else, is asked for again", async () => {
  const { url, requests } = await startPlainServer((_request, response, count) => {
    if (count === 1) response.end('{"service_user_token": {');
    else json(response, 200, count === 2 ? { service_user_token: sampleToken } : { status: "ok" });
  });
  const { connect } = await startBench();
  const client = connect({ baseUrl: url });
  expect(await client.serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
  await expect(client.serviceUserTokens.get(sampleToken.id)).rejects.toMatchObject({
    code: "UNEXPECTED_RESPONSE",
  });
  expect(requests.length).toBe(2 + 5);
});

test("a create is tried again when no connection could be made, as it never left", async () => {
  const { server, connect } = await startBench();
  const { port } = new URL(server.url);
  const free = await startPlainServer(() => {});
  free.server.close();
  const refused = connect({ baseUrl: free.url, maxRetries: 2 });
  const error = await refused.serviceUserTokens.create({ name: "a" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ sent: false, mayHaveHappened: false, attempts: 3 });
  expect(String(error)).toContain("ECONNREFUSED");
  expect(port).not.toBe("");
});

test("a create that is refused at the door with 429 is sent again", async () => {
  const { client, server } = await startBench();
  server.faults.add({
    operation: "ServiceUserTokensService_CreateServiceUserToken",
    kind: "rate_limited",
    reset_seconds: 3,
    times: 2,
  });
  await client.serviceUserTokens.create({ name: "a" });
  expect(server.tokens().service_user_tokens).toHaveLength(1);
});

test("every failure of a call is an error of this SDK", async () => {
  const { url } = await startPlainServer((request) =>
    request.socket.end("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n"),
  );
  const { connect } = await startBench({ maxRetries: 0 });
  const error = await connect({ baseUrl: url })
    .users.whoAmI()
    .catch((thrown: unknown) => thrown);
  expect(SafetyCultureError.is(error)).toBe(true);
  expect(error).toMatchObject({ code: "CONNECTION_FAILED", sent: true });
});

test("bodies of failures are read to the end, so that sockets serve call after call", async () => {
  const { url, connections } = await startPlainServer((_request, response, count) => {
    json(response, count % 2 === 0 ? 200 : 500, {
      filler: "x".repeat(300_000),
      service_user_token: sampleToken,
    });
  });
  const { connect } = await startBench();
  const client = connect({ baseUrl: url });
  for (let i = 0; i < 20; i++) await client.serviceUserTokens.get(sampleToken.id);
  // undici opens a second one for a call that begins in the very moment in which another ends.
  expect(connections()).toBeLessThanOrEqual(2);
});

test("a response without end is given up", async () => {
  const { url } = await startPlainServer((_request, response) => {
    const chunk = Buffer.alloc(1024 * 1024, " ");
    const write = () => {
      while (response.write(chunk));
    };
    response.on("drain", write);
    response.on("error", () => {});
    write();
  });
  const { connect } = await startBench();
  await expect(connect({ baseUrl: url }).users.whoAmI()).rejects.toMatchObject({
    code: "UNEXPECTED_RESPONSE",
  });
});

test("interim responses are passed over", async () => {
  const { url } = await startPlainServer((_request, response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" });
    json(response, 200, { service_user_token: sampleToken });
  });
  const { connect } = await startBench();
  expect(await connect({ baseUrl: url }).serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
});
