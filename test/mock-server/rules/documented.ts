import { expect } from "vitest";
import { fieldsOf, reasonOf } from "../support/api.js";
import { adminOf, start, startServer } from "../support/server.js";
import type { Proofs } from "./proofs.js";

const tokens = "/identity/v1/service_user_tokens";

/** Rules that the help article or a newer public page states. */
export const documented = {
  "expiry-by-inactivity": async () => {
    const { server, admin } = await startServer();
    const used = await admin.create({ name: "used" });
    const idle = await admin.create({ name: "idle" });
    server.clock.advance({ days: 44 });
    expect(await admin.as(used.secret).status()).toBe(200);
    server.clock.advance({ days: 1 });
    expect(await admin.as(idle.secret).status()).toBe(401);
    expect(await admin.as(used.secret).status()).toBe(200);
  },

  "expiry-options": async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "default" });
    expect(service_user_token.inactivity_expiry_days).toBe(45);
    for (const days of [31, 60, 180, 45] as const) {
      const changed = await admin.update(service_user_token.id, { inactivity_expiry_days: days });
      expect(changed.inactivity_expiry_days).toBe(days);
    }
    const refused = await admin.send("POST", tokens, { name: "never", inactivity_expiry_days: 46 });
    expect([refused.status, refused.body.code, fieldsOf(refused)]).toEqual([
      400,
      3,
      ["inactivity_expiry_days"],
    ]);
  },

  "all-permissions-by-default": async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "all" });
    const catalogue = await admin.send<{ permissions: { key: string }[] }>(
      "GET",
      "/permissions/v1/permissions",
    );
    expect(service_user_token.permissions).toEqual(catalogue.body.permissions.map(({ key }) => key).sort());
  },

  "secret-shown-once": async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token } = await admin.create({ name: "once" });
    expect(secret).toMatch(/^scapi_[A-Za-z0-9_-]{48}$/);
    const shown = [
      await admin.get(service_user_token.id),
      await admin.list(),
      await admin.update(service_user_token.id, { name: "twice" }),
      await admin.activities(),
      await admin.revoke(service_user_token.id),
      server.tokens(),
    ];
    expect(JSON.stringify(shown)).not.toContain("scapi_");
    expect((await admin.regenerate(service_user_token.id)).secret).not.toBe(secret);
  },

  "active-limit": async () => {
    const { admin } = await startServer();
    const [first] = await admin.createMany(20);
    const id = first?.service_user_token.id ?? "";
    const refused = await admin.send("POST", tokens, { name: "one too many" });
    expect([refused.status, reasonOf(refused)]).toEqual([400, "ACTIVE_TOKEN_LIMIT_REACHED"]);
    await admin.revoke(id);
    await admin.create({ name: "in its place" });
    const again = await admin.send("POST", `${tokens}/${id}/regenerate`);
    expect([again.status, reasonOf(again)]).toEqual([400, "ACTIVE_TOKEN_LIMIT_REACHED"]);
    expect((await admin.get(id)).status).toBe("SERVICE_USER_TOKEN_STATUS_REVOKED");
  },

  "edit-active-only": async () => {
    const { server, admin } = await startServer();
    const { service_user_token: revoked } = await admin.create({ name: "revoked" });
    const { service_user_token: expired } = await admin.create({ name: "expired" });
    await admin.revoke(revoked.id);
    server.clock.advance({ days: 45 });
    for (const { id, name } of [revoked, expired]) {
      const refused = await admin.send("PATCH", `${tokens}/${id}`, { name: "other" });
      expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([400, 9, "TOKEN_NOT_ACTIVE"]);
      expect((await admin.get(id)).name).toBe(name);
    }
  },

  "revoke-at-once": async () => {
    const { admin } = await startServer();
    const { secret, service_user_token } = await admin.create({ name: "paused" });
    expect(await admin.as(secret).status()).toBe(200);
    const revoked = await admin.revoke(service_user_token.id);
    expect(revoked).toMatchObject({
      status: "SERVICE_USER_TOKEN_STATUS_REVOKED",
      revoked_at: start,
      expires_at: null,
    });
    expect(await admin.as(secret).status()).toBe(401);
    const again = await admin.regenerate(service_user_token.id);
    expect(await admin.as(again.secret).status()).toBe(200);
  },

  "regenerate-revoked-only": async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token: before } = await admin.create({
      name: "kept",
      permissions: ["issues.view"],
    });
    const refused = await admin.send("POST", `${tokens}/${before.id}/regenerate`);
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([400, 9, "TOKEN_NOT_REVOKED"]);
    expect(await admin.as(secret).status()).toBe(200);
    await admin.revoke(before.id);
    server.clock.advance({ hours: 1 });
    const { secret: fresh, service_user_token: after } = await admin.regenerate(before.id);
    expect(after).toEqual({
      ...before,
      updated_at: "2026-01-01T01:00:00Z",
      secret_issued_at: "2026-01-01T01:00:00Z",
      expires_at: "2026-02-15T01:00:00Z",
    });
    expect(await admin.as(secret).status()).toBe(401);
    expect(await admin.as(fresh).status()).toBe(200);
  },

  "delete-revoked-only": async () => {
    const { server, admin } = await startServer();
    const { service_user_token: active } = await admin.create({ name: "active" });
    const { service_user_token: expired } = await admin.create({
      name: "expired",
      inactivity_expiry_days: 31,
    });
    server.clock.advance({ days: 31 });
    for (const { id } of [active, expired]) {
      const refused = await admin.send("DELETE", `${tokens}/${id}`);
      expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([400, 9, "TOKEN_NOT_REVOKED"]);
      await admin.revoke(id);
      await admin.delete(id);
    }
    const paths = ["", "/revoke", "/regenerate"].map((verb) => `${tokens}/${active.id}${verb}`);
    const gone = await Promise.all(
      paths.map((path) => admin.send(path.endsWith(active.id) ? "GET" : "POST", path)),
    );
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404]);
  },

  "user-token-limit": async () => {
    const { admin } = await startServer();
    for (let count = 0; count < 10; count++) await admin.createUserToken(`token ${count}`);
    const refused = await admin.send("POST", "/identity/v1/user_tokens", { name: "one too many" });
    expect(reasonOf(refused)).toBe("ACTIVE_TOKEN_LIMIT_REACHED");
  },

  "one-organization": async () => {
    const { server } = await startServer({ seed: { organizations: [{ name: "Acme" }, { name: "Globex" }] } });
    const { service_user_token, secret } = await adminOf(server, 0).create({ name: "acme's" });
    const globex = adminOf(server, 1);
    const id = service_user_token.id;
    const calls: [string, string, unknown?][] = [
      ["GET", `${tokens}/${id}`],
      ["PATCH", `${tokens}/${id}`, { name: "stolen" }],
      ["POST", `${tokens}/${id}/revoke`],
      ["POST", `${tokens}/${id}/regenerate`],
      ["DELETE", `${tokens}/${id}`],
    ];
    const absent = await globex.send("GET", `${tokens}/00000000-0000-4000-8000-000000000000`);
    for (const [method, path, body] of calls) {
      const refused = await globex.send(method, path, body);
      expect(refused.status).toBe(404);
      expect(refused.body.message.replace(id, "ID")).toBe(absent.body.message.replace(/[0-9a-f-]{36}/, "ID"));
    }
    expect((await adminOf(server, 0).as(secret).whoAmI()).organisation_id).toBe(server.organizations[0]?.id);
  },

  "user-token-dies-with-user": async () => {
    const id = `user_${"d".repeat(32)}`;
    const { server, admin } = await startServer({
      seed: {
        organizations: [
          { users: [{ id, user_tokens: [{ name: "own", secret: `scapi_${"d".repeat(48)}` }] }] },
        ],
      },
    });
    const own = admin.as(`scapi_${"d".repeat(48)}`);
    const { secret } = await admin.create({ name: "service" });
    expect(await own.status()).toBe(200);
    server.deactivateUser(id);
    expect([await own.status(), await admin.as(secret).status()]).toEqual([401, 200]);
  },

  "scim-needs-two": async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "scim", permissions: ["platform_management.users"] });
    const refused = await admin.as(secret).send("GET", "/accounts/scim/v2/Users");
    expect([refused.status, reasonOf(refused)]).toEqual([403, "PERMISSION_DENIED"]);
    expect(refused.body.message).toContain("platform_management.groups (Platform management: Groups)");
  },

  "no-login": async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "service" });
    const refused = await admin.as(secret).send("POST", "/identity/v1/sessions");
    expect([refused.status, reasonOf(refused)]).toEqual([403, "LOGIN_NOT_ALLOWED"]);
  },

  "not-in-user-list": async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "service" });
    expect((await admin.listUsers()).users).toHaveLength(1);
    expect((await admin.as(secret).whoAmI()).counts_toward_seats).toBe(false);
  },

  "activity-under-own-name": async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token: maker } = await admin.create({ name: "maker" });
    const { service_user_token: made } = await admin
      .as(secret)
      .create({ name: "made", inactivity_expiry_days: 31 });
    server.clock.advance({ days: 40 });
    const { activities } = await admin.activities({
      filters: { event_types: ["service_user_token.created"] },
    });
    expect(activities.map(({ user_name }) => user_name)).toEqual(["maker", "Ada Admin"]);
    server.clock.advance({ days: 1 });
    const expired = await admin.activities({ filters: { event_types: ["service_user_token.expired"] } });
    expect(expired.activities).toEqual([
      {
        type: "service_user_token.expired",
        occurred_at: "2026-02-01T00:00:00Z",
        user_id: made.service_user_id,
        user_name: "made",
        metadata: { service_user_token_id: made.id, name: "made" },
      },
    ]);
    const own = await admin.activities({ filters: { user_ids: [maker.service_user_id] } });
    expect(own.activities.map(({ type }) => type)).toEqual(["api.called", "service_user_token.created"]);
  },

  "rate-limit": async () => {
    const { server, admin } = await startServer({ rateLimit: true });
    for (let call = 0; call < 799; call++) await admin.status();
    const last = await admin.send("GET", "/permissions/v1/permissions");
    expect([last.status, last.headers.get("x-ratelimit-remaining")]).toEqual([200, "0"]);
    const refused = await admin.send("GET", "/permissions/v1/permissions");
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([429, 8, "RATE_LIMITED"]);
    server.clock.advance({ seconds: 60 });
    expect(await admin.status()).toBe(200);
  },
} satisfies Proofs;
