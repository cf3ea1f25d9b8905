import { describe, expect, test } from "vitest";
import { startServer } from "./support/server.js";

const permissions = "/permissions/v1/permissions";

describe("rate limits, when they are on", () => {
  test("count down, and start again with the next window", async () => {
    const { server, admin } = await startServer({ rateLimit: true });
    const headersOf = async () => {
      const { headers } = await admin.send("GET", permissions);
      return ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));
    };
    expect(await headersOf()).toEqual(["800", "799", "60"]);
    server.clock.advance({ seconds: 20 });
    expect(await headersOf()).toEqual(["800", "798", "40"]);
    server.clock.advance({ seconds: 40 });
    expect(await headersOf()).toEqual(["800", "799", "60"]);
  });

  test("are each caller's own", async () => {
    const { admin } = await startServer({ rateLimit: true });
    const { secret } = await admin.create({ name: "other" });
    await admin.status();
    const { headers } = await admin.as(secret).send("GET", permissions);
    expect(headers.get("x-ratelimit-remaining")).toBe("799");
  });

  test("are shared by all tokens of a person", async () => {
    const { admin } = await startServer({ rateLimit: true });
    const { secret } = await admin.createUserToken("own");
    const { headers } = await admin.as(secret).send("GET", permissions);
    expect(headers.get("x-ratelimit-remaining")).toBe("798");
  });

  test("do nothing for a call that is refused, which still restarts the idle time", async () => {
    const { server, admin } = await startServer({ rateLimit: true });
    const { secret, service_user_token } = await admin.create({ name: "busy" });
    const busy = admin.as(secret);
    for (let call = 0; call < 200; call++) await busy.send("POST", "/identity/v1/service_user_tokens", {});
    server.clock.advance({ seconds: 30 });
    const refused = await busy.send("POST", "/identity/v1/service_user_tokens", { name: "one too many" });
    expect([refused.status, refused.headers.get("x-ratelimit-reset")]).toEqual([429, "30"]);
    expect(server.tokens().service_user_tokens).toMatchObject([
      { id: service_user_token.id, last_used_at: "2026-01-01T00:00:30Z" },
    ]);
  });

  test("are forgotten by a reset", async () => {
    const { server, admin } = await startServer({ rateLimit: true });
    await admin.status();
    server.reset();
    const { headers } = await admin.send("GET", permissions);
    expect(headers.get("x-ratelimit-remaining")).toBe("799");
  });
});

test("rate limits are off unless asked for, with headers of a full bucket", async () => {
  const { admin } = await startServer();
  for (let call = 0; call < 250; call++) await admin.send("POST", "/identity/v1/service_user_tokens", {});
  const { status, headers } = await admin.send("POST", "/identity/v1/service_user_tokens", {});
  expect([status, headers.get("x-ratelimit-limit"), headers.get("x-ratelimit-remaining")]).toEqual([
    400,
    "200",
    "200",
  ]);
});
