/** One proof for each rule of the contract (`x-rules`): a rule without one does not compile. */
import { startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { rules } from "../../mock-server/dist/contract/generated/contract.js";
import { fieldsOf, reasonOf } from "./support/api.js";
import { adminOf, start, startServer } from "./support/server.js";

type RuleId = (typeof rules)[number]["id"];

const tokens = "/identity/v1/service_user_tokens";

const proofs: Record<RuleId, () => Promise<void>> = {
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

  ids: async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "ids" });
    expect(service_user_token.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(service_user_token.service_user_id).toMatch(/^user_[0-9a-f]{32}$/);
    expect(service_user_token.organisation_id).toMatch(/^role_[0-9a-f]{32}$/);
  },

  "always-200": async () => {
    const { admin } = await startServer();
    const created = await admin.send<{ service_user_token: { id: string } }>("POST", tokens, { name: "one" });
    expect(created.status).toBe(200);
    await admin.revoke(created.body.service_user_token.id);
    const deleted = await admin.send("DELETE", `${tokens}/${created.body.service_user_token.id}`);
    expect([deleted.status, deleted.body]).toEqual([200, {}]);
  },

  errors: async () => {
    const { admin } = await startServer();
    const { body } = await admin.send("POST", tokens, { name: "", permissions: [] });
    expect(body).toEqual({
      code: 3,
      message: "name: value must have a length of at least 1",
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: "INVALID_REQUEST",
          domain: "api.safetyculture.com",
        },
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          field_violations: [
            { field: "name", description: "value must have a length of at least 1" },
            { field: "permissions", description: "value must have at least 1 items" },
          ],
        },
      ],
    });
  },

  "name-length": async () => {
    const { admin } = await startServer();
    const emoji = "🎉".repeat(130);
    expect((await admin.create({ name: emoji })).service_user_token.name).toBe(emoji);
    for (const name of ["", "x".repeat(131), "a\nb", "a\u0085b", 7, null]) {
      const refused = await admin.send("POST", tokens, { name });
      expect([refused.status, fieldsOf(refused)]).toEqual([400, ["name"]]);
    }
  },

  "user-token-expiry": async () => {
    const { server, admin } = await startServer();
    const { secret } = await admin.createUserToken("own");
    server.clock.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 });
    expect(await admin.as(secret).status()).toBe(200);
    server.clock.advance({ days: 30 });
    expect(await admin.as(secret).status()).toBe(401);
  },

  "write-rate-limit": async () => {
    const { admin } = await startServer({ rateLimit: true });
    for (let call = 0; call < 200; call++) await admin.send("POST", tokens, {});
    const refused = await admin.send("POST", tokens, {});
    expect([refused.status, refused.headers.get("x-ratelimit-limit")]).toEqual([429, "200"]);
    expect(await admin.status()).toBe(200);
  },

  "names-not-unique": async () => {
    const { admin } = await startServer();
    const { service_user_token: one } = await admin.create({ name: "same" });
    const { service_user_token: other } = await admin.create({ name: "same" });
    expect(one.id).not.toBe(other.id);
    const { admin: strict } = await startServer({ assumptions: { uniqueNames: true } });
    const { service_user_token: first } = await strict.create({ name: "same" });
    const { service_user_token: second } = await strict.create({ name: "second" });
    await strict.revoke(first.id);
    const refused = await strict.send("POST", tokens, { name: "same" });
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([409, 6, "NAME_ALREADY_EXISTS"]);
    expect((await strict.send("PATCH", `${tokens}/${second.id}`, { name: "same" })).status).toBe(409);
    await strict.update(second.id, { name: "second" });
  },

  "expired-is-revoked-first": async () => {
    const { server, admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "expired" });
    server.clock.advance({ days: 45 });
    const refused = await admin.send("POST", `${tokens}/${service_user_token.id}/regenerate`);
    expect([refused.status, reasonOf(refused)]).toEqual([400, "TOKEN_NOT_REVOKED"]);
    await admin.revoke(service_user_token.id);
    await admin.regenerate(service_user_token.id);
    const { server: lenient, admin: other } = await startServer({ assumptions: { regenerateExpired: true } });
    const { service_user_token: token } = await other.create({ name: "expired" });
    expect((await other.send("POST", `${tokens}/${token.id}/regenerate`)).status).toBe(400);
    lenient.clock.advance({ days: 45 });
    expect((await other.regenerate(token.id)).service_user_token.status).toBe(
      "SERVICE_USER_TOKEN_STATUS_ACTIVE",
    );
  },

  "only-active-count": async () => {
    const { server, admin } = await startServer();
    const [first] = await admin.createMany(20);
    await admin.revoke(first?.service_user_token.id ?? "");
    await admin.create({ name: "a revoked one does not count" });
    server.clock.advance({ days: 45 });
    await admin.create({ name: "nor do expired ones" });
    const { admin: strict } = await startServer({ assumptions: { revokedCount: true } });
    const [own] = await strict.createMany(20);
    const id = own?.service_user_token.id ?? "";
    await strict.revoke(id);
    const refused = await strict.send("POST", tokens, { name: "one too many" });
    expect([refused.status, reasonOf(refused)]).toEqual([400, "ACTIVE_TOKEN_LIMIT_REACHED"]);
    await strict.regenerate(id);
    await strict.revoke(id);
    await strict.delete(id);
    await strict.create({ name: "there is room after a deletion" });
  },

  "managed-by-organization-permission": async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({
      name: "manager",
      permissions: ["platform_management.organization"],
    });
    const { secret: other } = await admin.create({
      name: "other",
      permissions: ["platform_management.users"],
    });
    await admin.as(secret).list();
    const refused = await admin.as(other).send("GET", tokens);
    expect([refused.status, reasonOf(refused)]).toEqual([403, "PERMISSION_DENIED"]);
  },

  "issue-restarts-idle-time": async () => {
    const { server, admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "edited" });
    server.clock.advance({ days: 10 });
    const edited = await admin.update(service_user_token.id, { name: "still idle" });
    expect(edited.expires_at).toBe("2026-02-15T00:00:00Z");
    await admin.revoke(service_user_token.id);
    const { service_user_token: again } = await admin.regenerate(service_user_token.id);
    expect(again.expires_at).toBe("2026-02-25T00:00:00Z");
  },

  "permission-catalogue": async () => {
    const { admin } = await startServer();
    const refused = await admin.send("POST", tokens, {
      name: "x",
      permissions: ["issues.view", "issue.manage"],
    });
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([400, 3, "UNKNOWN_PERMISSION"]);
    expect(refused.body.message).toContain('permissions[1]: "issue.manage" is no permission; did you mean');
  },
};

describe("rules of the contract", () => {
  for (const { id, rule } of rules) test(`${id}: ${rule}`, proofs[id]);

  test("every assumption with a switch can be turned round", async () => {
    const switches = rules.flatMap((rule) => ("switch" in rule ? [rule.switch] : []));
    await using server = await startMockServer({
      assumptions: Object.fromEntries(switches.map((name) => [name, true])),
    });
    expect(switches).toEqual(["uniqueNames", "regenerateExpired", "revokedCount"]);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
