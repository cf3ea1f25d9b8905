import { SnapshotError, startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { startServer } from "./support/server.js";

/** Makes some tokens; all ids and secrets that appear. */
async function history(admin: Api): Promise<unknown> {
  const { service_user_token: token, secret } = await admin.create({ name: "one" });
  await admin.revoke(token.id);
  return [admin.secret, secret, token, await admin.regenerate(token.id), await admin.createUserToken("own")];
}

describe("ids and secrets", () => {
  test("follow from the seed number", async () => {
    const [one, two, other] = await Promise.all([
      startServer({ seed: 42 }),
      startServer({ seed: { random_seed: 42 } }),
      startServer({ seed: 43 }),
    ]);
    const first = await history(one.admin);
    expect(await history(two.admin)).toEqual(first);
    expect(await history(other.admin)).not.toEqual(first);
  });

  test("are random without a seed number", async () => {
    await using one = await startMockServer();
    await using two = await startMockServer();
    expect(one.apiToken).not.toBe(two.apiToken);
    expect(one.organizations[0]?.id).not.toBe(two.organizations[0]?.id);
  });
});

describe("reset", () => {
  test("begins again from the seed: tokens, credentials, time, faults and journal", async () => {
    const { server, admin } = await startServer();
    const first = await history(admin);
    server.clock.advance({ days: 400 });
    server.faults.add({ operation: "UsersService_WhoAmI", kind: "drop" });
    server.reset();
    expect([server.tokens().service_user_tokens, server.faults.list(), server.journal.entries()]).toEqual([
      [],
      [],
      [],
    ]);
    expect([String(server.clock), server.apiToken]).toEqual(["2026-01-01T00:00:00Z", admin.secret]);
    expect(await history(admin)).toEqual(first);
  });

  test("keeps the credentials without a seed number, and makes new ids", async () => {
    await using server = await startMockServer();
    const admin = new Api(server.url, server.apiToken);
    const { service_user_token: before } = await admin.create({ name: "one" });
    const response = await fetch(`${server.url}/_mock/reset`, { method: "POST" });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    const { service_user_token: after } = await admin.create({ name: "one" });
    expect(after.organisation_id).toBe(before.organisation_id);
    expect(after.id).not.toBe(before.id);
    expect((await admin.list()).service_user_tokens).toHaveLength(1);
  });
});

describe("a snapshot", () => {
  test("restores tokens, secrets, people, activity log and time", async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token: token } = await admin.create({ name: "one" });
    const before = await admin.list();
    const snapshot = server.snapshot();
    await admin.revoke(token.id);
    await admin.delete(token.id);
    server.clock.advance({ days: 100 });
    server.restore(snapshot);
    expect(String(server.clock)).toBe("2026-01-01T00:00:00Z");
    expect(await admin.as(secret).status()).toBe(200);
    expect(await admin.list()).toMatchObject({ ...before, service_user_tokens: [{ id: token.id }] });
    const events = await admin.activities({ filters: { event_types: ["service_user_token.created"] } });
    expect(events.activities).toHaveLength(1);
  });

  test("has no secret", async () => {
    const { server, admin } = await startServer();
    await history(admin);
    expect(JSON.stringify(server.snapshot())).not.toContain("scapi_");
  });

  test("can be restored by another server, which then has new credentials for it", async () => {
    const { server: one, admin } = await startServer({ seed: 1 });
    const { secret } = await admin.create({ name: "one" });
    const { server: two } = await startServer({ seed: 2 });
    const taken = await fetch(`${one.url}/_mock/snapshot`).then((response) => response.text());
    const restored = await fetch(`${two.url}/_mock/snapshot`, { method: "PUT", body: taken });
    expect(await restored.json()).toEqual({
      organizations: [{ id: one.organizations[0]?.id, name: "Organization 1", api_token: two.apiToken }],
    });
    const elsewhere = new Api(two.url, two.apiToken);
    expect(two.apiToken).not.toBe(one.apiToken);
    expect((await elsewhere.list()).service_user_tokens).toMatchObject([{ name: "one" }]);
    expect([await elsewhere.as(secret).status(), await elsewhere.as(one.apiToken).status()]).toEqual([
      200, 200,
    ]);
  });

  test("that contradicts itself is refused, and nothing changes", async () => {
    const { server, admin } = await startServer();
    await admin.create({ name: "one" });
    const snapshot = server.snapshot();
    const [organization] = snapshot.organizations;
    if (organization === undefined) throw new Error("there is one organization");
    const twice = {
      ...organization,
      serviceUserTokens: [...organization.serviceUserTokens].concat(organization.serviceUserTokens),
    };
    expect(() => server.restore({ ...snapshot, organizations: [twice] })).toThrow(SnapshotError);
    const nobody = await fetch(`${server.url}/_mock/snapshot`, {
      method: "PUT",
      body: JSON.stringify({ ...snapshot, organizations: [{ ...organization, users: [] }] }),
    });
    expect([nobody.status, await nobody.text()]).toEqual([400, expect.stringContaining("is not there")]);
    const nonsense = await fetch(`${server.url}/_mock/snapshot`, { method: "PUT", body: '{"format":1}' });
    expect(nonsense.status).toBe(400);
    expect((await admin.list()).service_user_tokens).toHaveLength(1);
  });
});

describe("people", () => {
  test("are deactivated through the control API, but for the bootstrap administrator", async () => {
    const id = `user_${"f".repeat(32)}`;
    const { server, admin } = await startServer({
      seed: { organizations: [{ users: [{ id, email: "max@example.com" }] }] },
    });
    const control = new Api(`${server.url}/_mock`, "");
    expect((await control.send("POST", `/users/${id}/deactivate`)).status).toBe(200);
    const statuses = async () => (await admin.listUsers()).users.map(({ status }) => status);
    expect(await statuses()).toEqual(["USER_ACTIVE_STATUS_DEACTIVATED", "USER_ACTIVE_STATUS_ACTIVE"]);
    const scim = await admin.send("GET", "/accounts/scim/v2/Users");
    expect(scim.body).toMatchObject({
      Resources: [{ userName: "max@example.com", active: false }, { active: true }],
    });
    await control.send("POST", `/users/${id}/reactivate`);
    expect(await statuses()).toEqual(["USER_ACTIVE_STATUS_ACTIVE", "USER_ACTIVE_STATUS_ACTIVE"]);
    const { user_id } = await admin.whoAmI();
    const refused = await control.send("POST", `/users/${user_id}/deactivate`);
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringContaining("which never ends"),
    ]);
    expect((await control.send("POST", `/users/user_${"0".repeat(32)}/deactivate`)).status).toBe(404);
  });
});

describe("a server in this process", () => {
  test("closes cleanly, also twice and with open connections", async () => {
    const { server, admin } = await startServer();
    await admin.status();
    await Promise.all([server.close(), server.close()]);
    await expect(admin.status()).rejects.toThrow();
  });

  test("does not start on a port that is taken", async () => {
    const { server } = await startServer();
    const port = Number(new URL(server.url).port);
    await expect(startMockServer({ port })).rejects.toThrow(/EADDRINUSE/);
  });

  test("says that it is well, and when", async () => {
    const { server } = await startServer();
    const health = await fetch(`${server.url}/_mock/health`);
    expect(await health.json()).toEqual({ status: "ok", now: "2026-01-01T00:00:00Z" });
    expect(server.journal.lastId).toBe(0);
  });

  test("tells of each request when its answer is known", async () => {
    const lines: string[] = [];
    const { admin } = await startServer({
      onRequest: ({ method, path, status }) => lines.push(`${method} ${path} ${status}`),
    });
    await admin.status();
    await admin.send("GET", "/nowhere");
    expect(lines).toEqual(["GET /permissions/v1/permissions 200", "GET /nowhere 404"]);
  });
});
