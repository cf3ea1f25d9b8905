import "@safetyculture-tokens/mock-server/vitest";
import { NotFoundError, type ServiceUserToken } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";

test("a service user token goes through its whole life", async () => {
  const { client } = await startBench();
  const tokens = client.serviceUserTokens;
  const { token, secret } = await tokens.create({
    name: "power-bi",
    inactivity_expiry_days: 60,
    permissions: ["inspections.view"],
  });
  expect(token).toMatchObject({
    name: "power-bi",
    inactivity_expiry_days: 60,
    permissions: ["inspections.view"],
  });
  expect(secret.reveal()).toMatch(/^scapi_[A-Za-z0-9_-]{48}$/);

  expect(await tokens.get(token.id)).toEqual(token);
  const edited = await tokens.update(token.id, { name: "Power BI", inactivity_expiry_days: 180 });
  expect(edited).toMatchObject({ id: token.id, name: "Power BI", inactivity_expiry_days: 180 });

  const revoked = await tokens.revoke(token.id);
  expect(revoked).toMatchObject({ status: "SERVICE_USER_TOKEN_STATUS_REVOKED", expires_at: null });
  const again = await tokens.regenerate(token.id);
  expect(again.token).toMatchObject({ id: token.id, status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" });
  expect(again.secret.equals(secret)).toBe(false);

  await tokens.revoke(token.id);
  expect(await tokens.delete(token.id)).toBeUndefined();
  await expect(tokens.get(token.id)).rejects.toBeInstanceOf(NotFoundError);
});

test("a token made with its name alone has 45 days and all permissions", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "all" });
  const { items: catalogue } = await client.permissions.list().all();
  expect(token.inactivity_expiry_days).toBe(45);
  expect(token.permissions).toEqual(catalogue.map((permission) => permission.key));
});

test("the list has every token and the counts of the organization", async () => {
  const { client } = await startBench();
  const made: ServiceUserToken[] = [];
  for (const name of ["a", "b", "c"]) made.push((await client.serviceUserTokens.create({ name })).token);
  const revoked = await client.serviceUserTokens.revoke(made[1]?.id ?? "");
  const { items, complete, firstPage } = await client.serviceUserTokens.list().all();
  expect(items).toEqual([made[0], revoked, made[2]]);
  expect(complete).toBe(true);
  expect(firstPage).toMatchObject({ active_count: 2, active_limit: 20 });
  const active = await client.serviceUserTokens.list({ status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" }).all();
  expect(active.items.map((token) => token.name)).toEqual(["a", "c"]);
});

test("a person's own tokens are made, listed, revoked and deleted", async () => {
  const { client } = await startBench();
  const { token, secret } = await client.userTokens.create({ name: "my script" });
  expect(secret.reveal()).toMatch(/^scapi_/);
  const { items } = await client.userTokens.list().all();
  expect(items.map((item) => item.id)).toContain(token.id);
  expect((await client.userTokens.revoke(token.id)).status).toBe("USER_TOKEN_STATUS_REVOKED");
  await client.userTokens.delete(token.id);
  expect((await client.userTokens.list().all()).items.map((item) => item.id)).not.toContain(token.id);
});

test("whoAmI returns the owner of whichever credential the client has", async () => {
  const { client, server } = await startBench();
  const { token, secret } = await client.serviceUserTokens.create({
    name: "me",
    permissions: ["inspections.view"],
  });
  expect((await client.users.whoAmI()).organisation_id).toBe(server.organizations[0]?.id);
  expect(await client.withApiToken(secret).users.whoAmI()).toMatchObject({
    user_id: token.service_user_id,
    firstname: "me",
    permissions: ["inspections.view"],
  });
});

test("people are listed page by page, over the users service and over SCIM", async () => {
  const users = Array.from({ length: 7 }, (_, i) => ({
    firstname: `P${i}`,
    permissions: i === 0 ? ("all" as const) : [],
  }));
  const { client } = await startBench({}, { seed: { organizations: [{ name: "Acme", users }] } });
  const people = await client.users.list({ page_size: 3 }).all();
  expect(people.items.map((user) => user.firstname)).toEqual(users.map((user) => user.firstname));
  const scim = await client.users.listScimUsers({ count: 2 }).all();
  expect(scim.items.map((user) => user.name.givenName)).toEqual(users.map((user) => user.firstname));
  expect(scim.complete).toBe(true);
});

test("a person can log in and a service user cannot", async () => {
  const { client } = await startBench();
  const { secret: own } = await client.userTokens.create({ name: "own" });
  const { secret } = await client.serviceUserTokens.create({ name: "service" });
  expect((await client.withApiToken(own).users.createSession()).user_id).toMatch(/^user_/);
  await expect(client.withApiToken(secret).users.createSession()).rejects.toMatchObject({
    code: "FORBIDDEN",
    reason: "LOGIN_NOT_ALLOWED",
  });
});

test("the activity log tells of every token event", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "power-bi" });
  const filters = { event_types: ["service_user_token.created"] };
  const { items } = await client.activityLog.list({ filters }).all();
  expect(items.map((activity) => activity.metadata["service_user_token_id"])).toEqual([token.id]);
});

test("the client tells the time by the API's latest response", async () => {
  const { client, server } = await startBench();
  expect(client.now().getUTCFullYear()).toBe(2001); // the local clock of this test, before the first response
  await client.users.whoAmI();
  expect(client.now().toISOString()).toBe("2026-01-01T00:00:00.000Z");
  server.clock.advance({ days: 46 });
  await client.users.whoAmI();
  expect(client.now().toISOString()).toBe("2026-02-16T00:00:00.000Z");
});

test("requests name the client and the request, and carry no more than they need", async () => {
  const { client, server } = await startBench({ userAgent: "my-script/1.2" });
  await client.users.whoAmI();
  const headers = server.journal.entries()[0]?.headers ?? {};
  expect(Object.keys(headers).sort()).toEqual([
    "accept",
    "authorization",
    "connection",
    "host",
    "sc-integration-id",
    "sc-integration-version",
    "user-agent",
    "x-request-id",
  ]);
  expect(headers["user-agent"]).toMatch(/^my-script\/1\.2 safetyculture-tokens-sdk\/\d+\.\d+\.\d+ node\//);
});

test("every operation of the contract is called with what its route reads, and nothing else", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a", permissions: ["inspections.view"] });
  await client.serviceUserTokens.update(token.id, { permissions: ["inspections.view", "templates.view"] });
  await client.serviceUserTokens.list({ status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" }).all();
  await client.users.list().all();
  await client.users.listScimUsers({ startIndex: 1, count: 5 }).all();
  await client.activityLog.list({ filters: { user_ids: [token.service_user_id] } }).all();
  expect(server).toHaveReceivedNothingUnmatched();
  expect(server).toHaveReadEveryField();
});
