import { describe, expect, test } from "vitest";
import { reasonOf } from "./support/api.js";
import { startServer } from "./support/server.js";

const tokens = "/identity/v1/service_user_tokens";
const create = "ServiceUserTokensService_CreateServiceUserToken";
const list = "ServiceUserTokensService_ListServiceUserTokens";
const permissions = "PermissionsService_ListPermissions";

/** How a call without an answer fails: the code of the connection's error. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const cause = error.cause ?? error;
    return cause instanceof Error && "code" in cause ? String(cause.code) : error.message;
  }
  return "an answer came";
}

describe("a status", () => {
  test("is answered in the API's own shape, marked, and nothing is done", async () => {
    const { server, admin } = await startServer();
    const fault = server.faults.add({ operation: create, kind: "status", status: 503, times: 1 });
    const answer = await admin.send("POST", tokens, { name: "lost" });
    expect([answer.status, answer.body.code, reasonOf(answer)]).toEqual([503, 14, "UNAVAILABLE"]);
    expect(answer.headers.get("x-mock-fault")).toBe("status");
    expect([fault.hits, server.tokens().service_user_tokens]).toEqual([1, []]);
    await admin.create({ name: "made" });
    expect(fault.hits).toBe(1);
  });

  test("can have its own code, message and reason, or a body that is not the API's", async () => {
    const { server, admin } = await startServer();
    const status = { operation: permissions, kind: "status", times: 1 } as const;
    server.faults.set([
      { ...status, status: 400, code: 9, message: "not now", reason: "TOKEN_NOT_ACTIVE" },
      { ...status, status: 502, raw_body: "<h1>Bad gateway</h1>" },
    ]);
    const first = await admin.send("GET", "/permissions/v1/permissions");
    expect(first).toMatchObject({ status: 400, body: { code: 9, message: "not now" } });
    expect(reasonOf(first)).toBe("TOKEN_NOT_ACTIVE");
    const second = await fetch(`${server.url}/permissions/v1/permissions`);
    expect([second.status, second.headers.get("content-type"), await second.text()]).toEqual([
      502,
      "text/html",
      "<h1>Bad gateway</h1>",
    ]);
  });

  test("can come when the call is done", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind: "status", status: 504, when: "after_commit" });
    expect((await admin.send("POST", tokens, { name: "made" })).status).toBe(504);
    expect(server.tokens().service_user_tokens).toMatchObject([{ name: "made" }]);
  });

  test("before handling starts no idle time again", async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token } = await admin.create({ name: "idle" });
    server.faults.add({ operation: permissions, kind: "status", status: 500 });
    server.clock.advance({ days: 1 });
    expect(await admin.as(secret).status()).toBe(500);
    expect((await admin.get(service_user_token.id)).last_used_at).toBeNull();
  });
});

test("rate_limited: 429 with the headers of an empty bucket", async () => {
  const { server, admin } = await startServer();
  server.faults.add({ operation: create, kind: "rate_limited", reset_seconds: 7, times: 1 });
  const answer = await admin.send("POST", tokens, { name: "later" });
  expect([answer.status, answer.body.code, answer.body.message]).toEqual([429, 8, "Too Many Requests"]);
  expect(["limit", "remaining", "reset"].map((name) => answer.headers.get(`x-ratelimit-${name}`))).toEqual([
    "200",
    "0",
    "7",
  ]);
});

describe("a connection that ends without an answer", () => {
  test.for(["drop", "reset"] as const)("by a %s before handling: nothing is done", async (kind) => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind, times: 1 });
    expect(await failureOf(admin.create({ name: "lost" }))).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
    expect(server.tokens().service_user_tokens).toEqual([]);
    expect(server.journal.entries()).toMatchObject([{ operation: create, status: null, faults: [kind] }]);
  });

  test.for([
    "drop",
    "reset",
  ] as const)("by a %s after the commit: the token exists, its secret is lost", async (kind) => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind, when: "after_commit", times: 1 });
    expect(await failureOf(admin.create({ name: "orphan" }))).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
    expect((await admin.list()).service_user_tokens).toMatchObject([{ name: "orphan" }]);
  });

  test("by a reset is told from a drop by the client", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: permissions, kind: "reset" });
    expect(await failureOf(admin.status())).toBe("ECONNRESET");
    server.faults.set([{ operation: permissions, kind: "drop" }]);
    expect(await failureOf(admin.status())).toBe("UND_ERR_SOCKET");
  });
});

describe("a body", () => {
  test.for([undefined, 0, 1, 10, 1_000_000])("truncated to %s bytes is never whole", async (bytes) => {
    const { server, admin } = await startServer();
    server.faults.add({
      operation: create,
      kind: "truncated_body",
      ...(bytes === undefined ? {} : { bytes }),
    });
    const response = await fetch(`${server.url}${tokens}`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.apiToken}`, "content-type": "application/json" },
      body: '{"name":"cut"}',
    });
    expect([response.status, response.headers.get("x-mock-fault")]).toEqual([200, "truncated_body"]);
    const announced = Number(response.headers.get("content-length"));
    let received = 0;
    const read = async () => {
      for await (const chunk of response.body ?? []) received += chunk.length;
    };
    expect(await failureOf(read())).toMatch(/UND_ERR_SOCKET|ECONNRESET|terminated/);
    expect(received).toBe(Math.min(bytes ?? Math.floor(announced / 2), announced - 1));
    expect((await admin.list()).active_count).toBe(1);
  });

  test("slowed down arrives piece by piece, and whole", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: permissions, kind: "slow_body", pause_milliseconds: 1, bytes: 500 });
    const response = await fetch(`${server.url}/permissions/v1/permissions`, {
      headers: { authorization: `Bearer ${server.apiToken}` },
    });
    const pieces: Uint8Array[] = [];
    for await (const piece of response.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    server.faults.clear();
    const whole = await admin.send("GET", "/permissions/v1/permissions");
    expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual(whole.body);
  });
});

describe("a delay", () => {
  test("before handling is over before anything is done", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind: "delay", milliseconds: 50, times: 1 });
    const begun = performance.now();
    await admin.create({ name: "late" });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(45);
  });

  test("after the commit lets a client give up on a call that is done", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind: "delay", milliseconds: 600_000, when: "after_commit" });
    const impatience = new AbortController();
    const call = fetch(`${server.url}${tokens}`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.apiToken}`, "content-type": "application/json" },
      body: '{"name":"orphan"}',
      signal: impatience.signal,
    });
    await expect.poll(() => server.tokens().service_user_tokens.length).toBe(1);
    impatience.abort(new Error("given up"));
    await expect(call).rejects.toThrow("given up");
    expect((await admin.list()).service_user_tokens).toMatchObject([{ name: "orphan" }]);
  });

  test("does not keep the server from closing", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: permissions, kind: "delay", milliseconds: 600_000 });
    const call = failureOf(admin.status());
    await expect.poll(() => server.journal.lastId).toBe(1);
    await server.close();
    expect(await call).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
  });
});

describe("a list", () => {
  test("that is stale shows the tokens of the moment when the fault was set, for so many reads", async () => {
    const { server, admin } = await startServer();
    const { service_user_token: old } = await admin.create({ name: "old" });
    const fault = server.faults.add({ operation: list, kind: "stale_list", times: 2 });
    await admin.create({ name: "new" });
    await admin.revoke(old.id);
    for (let read = 0; read < 2; read++) {
      expect(await admin.list()).toMatchObject({
        service_user_tokens: [{ name: "old", status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" }],
        active_count: 1,
      });
    }
    expect((await admin.get(old.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_REVOKED");
    expect((await admin.list()).service_user_tokens.map(({ name }) => name)).toEqual(["old", "new"]);
    expect(fault.hits).toBe(2);
  });

  test.for([
    [1, [["1", "2", "3"], ["3", "4", "5"], ["6"]]],
    [
      -1,
      [
        ["1", "2", "3"],
        ["5", "6"],
      ],
    ],
  ] as const)("whose second page is shifted by %i repeats or leaves out", async ([by, pages]) => {
    const { server, admin } = await startServer();
    for (const name of ["1", "2", "3", "4", "5", "6"]) await admin.create({ name });
    server.faults.add({ operation: list, kind: "shifted_page", by, times: 1 });
    const seen: string[][] = [];
    let token = "";
    do {
      const page = await admin.list(`?page_size=3&page_token=${token}`);
      seen.push(page.service_user_tokens.map(({ name }) => name));
      token = page.next_page_token;
    } while (token !== "");
    expect(seen).toEqual(pages);
  });

  test("whose every page is shifted comes to an end", async () => {
    const { server, admin } = await startServer();
    await admin.createMany(5);
    server.faults.add({ operation: list, kind: "shifted_page", by: 100 });
    let token = "";
    let reads = 0;
    do {
      token = (await admin.list(`?page_size=2&page_token=${token}`)).next_page_token;
      reads += 1;
    } while (token !== "" && reads < 20);
    expect(reads).toBeLessThan(20);
  });
});
