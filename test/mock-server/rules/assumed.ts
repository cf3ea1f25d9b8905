import { expect } from "vitest";
import { reasonOf } from "../support/api.js";
import { startServer } from "../support/server.js";
import type { Proofs } from "./proofs.js";

const tokens = "/identity/v1/service_user_tokens";

/** Rules that are ours, each under both of its switch's positions where it has one. */
export const assumed = {
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
    expect(refused.body.message).toContain(
      'permissions[1]: "issue.manage" is not a permission; did you mean',
    );
  },
} satisfies Proofs;
