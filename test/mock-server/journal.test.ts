import "@safetyculture-tokens/mock-server/vitest";
import type { JournalEntry } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { startServer } from "./support/server.js";

const create = "ServiceUserTokensService_CreateServiceUserToken";
const list = "ServiceUserTokensService_ListServiceUserTokens";
const tokens = "/identity/v1/service_user_tokens";

describe("the journal", () => {
  test("has every request, with its caller and what it was answered", async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token: token } = await admin.create({
      name: "one",
      permissions: ["issues.view"],
    });
    await admin.as(secret).send("GET", `${tokens}?page_size=3`);
    expect(server.journal.entries()).toMatchObject([
      {
        id: 1,
        at: "2026-01-01T00:00:00Z",
        operation: create,
        method: "POST",
        path: tokens,
        body: { name: "one", permissions: ["issues.view"] },
        status: 200,
        reason: null,
      },
      {
        id: 2,
        operation: list,
        query: { page_size: "3" },
        caller: { user_id: token.service_user_id, organisation_id: token.organisation_id },
        body: null,
        status: 403,
        reason: "PERMISSION_DENIED",
      },
    ]);
  });

  test("can be asked for what came since, of one operation, or unmatched", async () => {
    const { server, admin } = await startServer();
    const control = new Api(`${server.url}/_mock`, "");
    await admin.list();
    await admin.create({ name: "one" });
    await admin.list();
    await admin.send("GET", "/nowhere");
    const ids = (entries: readonly JournalEntry[]) => entries.map(({ id }) => id);
    expect(ids(server.journal.entries({ since: 2 }))).toEqual([3, 4]);
    expect(ids(server.journal.entries({ operation: list }))).toEqual([1, 3]);
    expect(ids(server.journal.entries({ unmatched: true }))).toEqual([4]);
    for (const [query, expected] of [
      ["", [1, 2, 3, 4]],
      ["?since=2", [3, 4]],
      [`?operation=${list}`, [1, 3]],
      [`?operation=${list}&since=1`, [3]],
      ["?unmatched=true", [4]],
      ["?unmatched=false", [1, 2, 3]],
    ] as const) {
      const { body } = await control.send<{ requests: JournalEntry[]; last_id: number }>(
        "GET",
        `/requests${query}`,
      );
      expect([ids(body.requests), body.last_id]).toEqual([expected, 4]);
    }
    expect((await control.send("GET", "/requests?operation=ListThem")).status).toBe(400);
    await control.send("DELETE", "/requests");
    expect([server.journal.entries(), server.journal.lastId]).toEqual([[], 4]);
  });

  test.for([
    ["/identity/v1/service_user_token", "GET /identity/v1/service_user_tokens"],
    ["/service_user_tokens", "GET /identity/v1/service_user_tokens"],
    ["/api/identity/v1/service_user_tokens", "GET /identity/v1/service_user_tokens"],
    ["/identity/v1/service_user_tokens/", "GET /identity/v1/service_user_tokens"],
    ["/identity/v1/service_user_tokens/7/revok", "POST /identity/v1/service_user_tokens/{id}/revoke"],
    ["/accounts/user/v1/users:WhoAmI", "GET /accounts/user/v1/user:WhoAmI"],
    ["/", null],
    ["/something/else/entirely", null],
  ] as const)("says for %s which route is nearest", async ([path, nearest]) => {
    const { server, admin } = await startServer();
    expect((await admin.send("GET", path)).status).toBe(404);
    expect(server.journal.entries()).toMatchObject([{ operation: null, nearest_route: nearest }]);
  });

  test("names the fields that nothing read", async () => {
    const { server, admin } = await startServer();
    await admin.list("?page_size=3&page_sise=4");
    await admin.send("POST", "/identity/v1/sessions", { remember: true, device: { name: "x" } });
    await admin.create({ name: "one", permissions: ["issues.view"], inactivity_expiry_days: 60 });
    await admin.activities({ page_size: 3, filters: { timeframe: { from: "2026-01-01T00:00:00Z" } } });
    await admin.listUsers();
    expect(server.journal.entries().map(({ unread_fields }) => unread_fields)).toEqual([
      ["query.page_sise"],
      ["body.remember", "body.device.name"],
      [],
      [],
      [],
    ]);
  });

  test("has no secret, wherever it was put", async () => {
    const { server, admin } = await startServer();
    const { secret } = await admin.create({ name: "one" });
    await fetch(`${server.url}${tokens}?a=${secret}&${secret}=1`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${secret}`,
        "proxy-authorization": "Basic c2VjcmV0",
        cookie: "session=c2VjcmV0",
        "x-note": secret,
        "content-type": "application/json",
      },
      body: JSON.stringify({ name: secret, [secret]: { deep: [secret] } }),
    });
    await fetch(`${server.url}${tokens}`, { method: "POST", body: `not JSON ${secret}` });
    const journal = JSON.stringify(server.journal.entries());
    for (const hidden of [secret, server.apiToken, "c2VjcmV0"]) expect(journal).not.toContain(hidden);
    expect(journal).toContain("scapi_[redacted]");
  });

  test("does not keep huge or very deep bodies", async () => {
    const { server, admin } = await startServer();
    await admin.send("POST", tokens, { name: "x".repeat(100_000) });
    const depth = 100_000;
    const deep = await fetch(`${server.url}${tokens}`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.apiToken}`, "content-type": "application/json" },
      body: `{"name":"x","permissions":${"[".repeat(depth)}${"]".repeat(depth)}}`,
    });
    expect(deep.status).toBe(400);
    expect(JSON.stringify(server.journal.entries()).length).toBeLessThan(5_000);
  });
});

describe("matchers", () => {
  test("toHaveReceived counts requests of an operation", async () => {
    const { server, admin } = await startServer();
    await admin.create({ name: "one" });
    const since = server.journal.lastId;
    await admin.create({ name: "two" });
    await admin.send("POST", tokens, {});
    expect(server).toHaveReceived(create);
    expect(server).toHaveReceived(create, { times: 3 });
    expect(server).toHaveReceived(create, { times: 2, since });
    expect(server).toHaveReceived(create, { times: 1, since, status: 200 });
    expect(server).toHaveReceived(create, { times: 1, body: { name: "two" } });
    expect(server).not.toHaveReceived(list);
    expect(server).not.toHaveReceived(create, { times: 2 });
  });

  test("toHaveReceived counts requests without an answer", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: create, kind: "drop", when: "after_commit", times: 1 });
    await expect(admin.create({ name: "lost" })).rejects.toThrow();
    expect(server).toHaveReceived(create, { times: 1, status: null });
  });

  test("fail with what was received instead", async () => {
    const { server, admin } = await startServer();
    await admin.list("?page_sise=1");
    await admin.send("GET", "/service_user_tokens");
    expect(() => expect(server).toHaveReceived(create, { times: 1 })).toThrow(
      /expected 1 × .*CreateServiceUserToken, received 0[\s\S]*#1 GET .* -> 200 \(.*ListServiceUserTokens/,
    );
    expect(() => expect(server).not.toHaveReceived(list)).toThrow(/expected not/);
    expect(() => expect(server).toHaveReceivedNothingUnmatched()).toThrow(/nearest: GET \/identity/);
    expect(() => expect(server).toHaveReadEveryField()).toThrow(/query\.page_sise/);
    expect(server).toHaveReceivedNothingUnmatched({ since: 2 });
    expect(server).toHaveReadEveryField({ since: 1 });
    expect(() => expect(7).toHaveReceived(create)).toThrow(/needs a mock server/);
  });
});
