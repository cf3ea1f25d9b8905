import { describe, expect, test } from "vitest";
import { fieldsOf } from "./support/api.js";
import { startServer } from "./support/server.js";

const names = (tokens: readonly { name: string }[]) => tokens.map(({ name }) => name);

describe("lists of tokens", () => {
  test("are oldest first, in pages, to the end", async () => {
    const { admin } = await startServer();
    await admin.createMany(7);
    const first = await admin.list("?page_size=3");
    const second = await admin.list(`?page_size=3&page_token=${first.next_page_token}`);
    const third = await admin.list(`?page_size=3&page_token=${second.next_page_token}`);
    expect([first, second, third].map((page) => names(page.service_user_tokens))).toEqual([
      ["token 1", "token 2", "token 3"],
      ["token 4", "token 5", "token 6"],
      ["token 7"],
    ]);
    expect(third.next_page_token).toBe("");
  });

  test("end without an empty page", async () => {
    const { admin } = await startServer();
    await admin.createMany(4);
    const first = await admin.list("?page_size=2");
    const second = await admin.list(`?page_size=2&page_token=${first.next_page_token}`);
    expect([names(second.service_user_tokens), second.next_page_token]).toEqual([["token 3", "token 4"], ""]);
  });

  test("have 20 in a page unless asked", async () => {
    const { server, admin } = await startServer();
    await admin.createMany(20);
    server.clock.advance({ days: 45 });
    await admin.createMany(5);
    expect((await admin.list()).service_user_tokens).toHaveLength(20);
    expect((await admin.list("?page_size=100")).service_user_tokens).toHaveLength(25);
  });

  test("lose and repeat nothing when tokens come and go between pages", async () => {
    const { admin } = await startServer();
    const created = await admin.createMany(6);
    const first = await admin.list("?page_size=3");
    for (const index of [0, 2, 3]) {
      const id = created[index]?.service_user_token.id ?? "";
      await admin.revoke(id);
      await admin.delete(id);
    }
    await admin.create({ name: "late" });
    const second = await admin.list(`?page_size=3&page_token=${first.next_page_token}`);
    expect(names(second.service_user_tokens)).toEqual(["token 5", "token 6", "late"]);
  });

  test("can be filtered by status, while the counts are of all", async () => {
    const { server, admin } = await startServer();
    const { service_user_token: old } = await admin.create({ name: "expired", inactivity_expiry_days: 31 });
    const { service_user_token: stopped } = await admin.create({ name: "revoked" });
    await admin.create({ name: "active" });
    await admin.revoke(stopped.id);
    server.clock.advance({ days: 31 });
    for (const [status, name] of [
      ["ACTIVE", "active"],
      ["REVOKED", "revoked"],
      ["EXPIRED", "expired"],
    ] as const) {
      const page = await admin.list(`?status=SERVICE_USER_TOKEN_STATUS_${status}`);
      expect([names(page.service_user_tokens), page.active_count]).toEqual([[name], 1]);
    }
    expect((await admin.get(old.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_EXPIRED");
  });

  test("do not take each other's page tokens", async () => {
    const { admin } = await startServer();
    await admin.createMany(2);
    const { next_page_token } = await admin.list("?page_size=1");
    const refused = await admin.send("GET", `/identity/v1/user_tokens?page_token=${next_page_token}`);
    expect([refused.status, fieldsOf(refused)]).toEqual([400, ["page_token"]]);
  });
});

describe("the activity log", () => {
  test("is newest first, in pages that new events do not shift", async () => {
    const { server, admin } = await startServer();
    for (const name of ["one", "two", "three"]) {
      await admin.create({ name });
      server.clock.advance({ hours: 1 });
    }
    const filters = { event_types: ["service_user_token.created"] };
    const first = await admin.activities({ page_size: 2, filters });
    await admin.create({ name: "four" });
    const second = await admin.activities({ page_size: 2, filters, page_token: first.next_page_token });
    const made = [...first.activities, ...second.activities].map(({ metadata }) => metadata["name"]);
    expect(made).toEqual(["three", "two", "one"]);
  });

  test("has the whole life of a token, and every call", async () => {
    const { admin } = await startServer();
    const { service_user_token: token } = await admin.create({ name: "one" });
    await admin.update(token.id, { name: "renamed" });
    await admin.revoke(token.id);
    await admin.regenerate(token.id);
    await admin.revoke(token.id);
    await admin.delete(token.id);
    const { activities } = await admin.activities({ page_size: 100 });
    const types = activities.map(({ type }) => type).reverse();
    expect(types.filter((type) => type !== "api.called")).toEqual(
      ["created", "updated", "revoked", "regenerated", "revoked", "deleted"].map(
        (deed) => `service_user_token.${deed}`,
      ),
    );
    expect(types.filter((type) => type === "api.called")).toHaveLength(6);
  });

  test("can be read by time, and forgets what is older than 90 days", async () => {
    const { server, admin } = await startServer();
    await admin.create({ name: "early" });
    server.clock.advance({ days: 1 });
    await admin.create({ name: "late" });
    const filters = { event_types: ["service_user_token.created"] };
    const of = async (timeframe: { from?: string; to?: string }) =>
      (await admin.activities({ filters: { ...filters, timeframe } })).activities.map(
        ({ metadata }) => metadata["name"],
      );
    expect(await of({ from: "2026-01-02T00:00:00Z" })).toEqual(["late"]);
    expect(await of({ to: "2026-01-02T00:00:00Z" })).toEqual(["early"]);
    expect(await of({ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:01Z" })).toEqual(["late", "early"]);
    server.clock.advance({ days: 90 });
    expect(await of({})).toEqual(["late"]);
  });
});
