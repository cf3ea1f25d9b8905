import { ClockError, startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { start, startServer } from "./support/server.js";

const startsAt = Date.parse(start);
const day = 86_400_000;

/** As the API writes a time. */
function rfc3339(instant: number): string {
  return new Date(instant).toISOString().replace(".000", "");
}

describe("inactivity", () => {
  test.for([
    31, 45, 60, 180,
  ] as const)("of %d days ends with the second in which it is over", async (days) => {
    const { server, admin } = await startServer();
    const { secret, service_user_token: token } = await admin.create({
      name: "idle",
      inactivity_expiry_days: days,
    });
    expect(token.expires_at).toBe(rfc3339(startsAt + days * day));

    server.clock.set(new Date(startsAt + days * day - 1000));
    expect((await admin.get(token.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_ACTIVE");
    server.clock.advance({ seconds: 1 });
    expect(await admin.get(token.id)).toMatchObject({
      status: "SERVICE_USER_TOKEN_STATUS_EXPIRED",
      expires_at: null,
    });
    expect(await admin.as(secret).status()).toBe(401);
  });

  test.for([
    31, 45, 60, 180,
  ] as const)("of %d days starts again with a call in its last second", async (days) => {
    const { server, admin } = await startServer();
    const { secret, service_user_token } = await admin.create({ name: "used", inactivity_expiry_days: days });
    let now = startsAt;
    for (let round = 0; round < 3; round++) {
      now += days * day - 1000;
      server.clock.set(new Date(now));
      expect(await admin.as(secret).status()).toBe(200);
    }
    expect(await admin.get(service_user_token.id)).toMatchObject({
      last_used_at: rfc3339(now),
      expires_at: rfc3339(now + days * day),
    });
  });

  test("starts again with a call that is refused, since its credential was valid", async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token } = await admin.create({
      name: "refused",
      permissions: ["issues.view"],
    });
    server.clock.advance({ days: 44 });
    const refused = await admin.as(secret).send("GET", "/identity/v1/service_user_tokens");
    expect(refused.status).toBe(403);
    expect((await admin.get(service_user_token.id)).last_used_at).toBe("2026-02-14T00:00:00Z");
  });

  test("does not start again when others read, edit or list the token", async () => {
    const { server, admin } = await startServer();
    const { service_user_token: token } = await admin.create({ name: "idle" });
    server.clock.advance({ days: 44 });
    await admin.get(token.id);
    await admin.list();
    await admin.update(token.id, { name: "renamed" });
    server.tokens();
    expect(await admin.get(token.id)).toMatchObject({ last_used_at: null, expires_at: token.expires_at });
  });

  test("that is made shorter than the idle time so far ends the token", async () => {
    const { server, admin } = await startServer();
    const { secret, service_user_token } = await admin.create({
      name: "shortened",
      inactivity_expiry_days: 180,
    });
    server.clock.advance({ days: 31 });
    const edited = await admin.update(service_user_token.id, { inactivity_expiry_days: 31 });
    expect(edited).toMatchObject({ status: "SERVICE_USER_TOKEN_STATUS_EXPIRED", expires_at: null });
    expect(await admin.as(secret).status()).toBe(401);
  });

  test("does not touch the bootstrap credential, which never expires", async () => {
    const { server, admin } = await startServer();
    server.clock.advance({ days: 365 * 50 });
    expect(await admin.status()).toBe(200);
    expect(await admin.listUserTokens()).toMatchObject({ user_tokens: [], active_count: 0 });
  });
});

describe("the clock", () => {
  test("is in the date of every answer, and in the times that the answer has", async () => {
    const { server, admin } = await startServer();
    server.clock.advance({ days: 46, seconds: 7 });
    const created = await admin.send<{ service_user_token: { created_at: string } }>(
      "POST",
      "/identity/v1/service_user_tokens",
      { name: "new" },
    );
    const date = Date.parse(created.headers.get("date") ?? "");
    expect(date).toBe(startsAt + 46 * day + 7000);
    expect(Date.parse(created.body.service_user_token.created_at)).toBe(date);
    const missing = await fetch(`${server.url}/nowhere`);
    expect(Date.parse(missing.headers.get("date") ?? "")).toBe(date);
  });

  test("follows real time unless it is frozen", async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    await using server = await startMockServer();
    expect(server.clock.frozen).toBe(false);
    expect(server.clock.now()).toBeGreaterThanOrEqual(before);
    expect(server.clock.now()).toBeLessThanOrEqual(Date.now());
    server.clock.freeze("2100-01-01T00:00:00Z");
    expect([server.clock.frozen, String(server.clock)]).toEqual([true, "2100-01-01T00:00:00Z"]);
    server.clock.resume();
    expect(server.clock.frozen).toBe(false);
  });

  test("goes forward only", async () => {
    const { server } = await startServer();
    server.clock.set("2026-06-01T00:00:00Z");
    expect(() => server.clock.set("2026-05-31T23:59:59Z")).toThrow(ClockError);
    expect(() => server.clock.freeze("2026-05-31T23:59:59Z")).toThrow("only goes forward");
    expect(() => server.clock.advance({ days: -1 })).toThrow("only goes forward");
    expect(String(server.clock)).toBe("2026-06-01T00:00:00Z");
  });

  test.for([
    "yesterday",
    "2026-13-01T00:00:00Z",
    "12026-01-01T00:00:00Z",
    "1 2026",
    "",
  ])("does not take %j for a time", async (time) => {
    const { server } = await startServer();
    expect(() => server.clock.set(time)).toThrow(ClockError);
    await expect(startMockServer({ clock: time })).rejects.toThrow(ClockError);
  });

  test("moves for other processes through the control API", async () => {
    const { server } = await startServer();
    const control = new Api(`${server.url}/_mock`, "");
    expect((await control.send("GET", "/clock")).body).toEqual({ now: start, frozen: true });
    expect(
      (await control.send("POST", "/clock/advance", { days: 1, hours: 2, minutes: 3, seconds: 4 })).body,
    ).toEqual({
      now: "2026-01-02T02:03:04Z",
      frozen: true,
    });
    expect(
      (await control.send("PUT", "/clock", { now: "2027-01-01T00:00:00Z", frozen: false })).body,
    ).toMatchObject({
      frozen: false,
    });
    expect((await control.send("PUT", "/clock", { frozen: true })).body).toMatchObject({ frozen: true });
    const back = await control.send("PUT", "/clock", { now: start });
    expect([back.status, back.body.message]).toEqual([400, expect.stringContaining("only goes forward")]);
    for (const body of [{}, { days: -1 }, { weeks: 1 }, { days: "1" }, { days: 1e300 }]) {
      expect((await control.send("POST", "/clock/advance", body)).status).toBe(400);
    }
  });
});
