import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { fieldsOf, reasonOf } from "./support/api.js";
import { startServer } from "./support/server.js";

const tokens = "/identity/v1/service_user_tokens";

describe("requests that do not fit the contract", () => {
  test("have every violation in one answer", async () => {
    const { admin } = await startServer();
    const refused = await admin.send("POST", tokens, {
      name: 1,
      inactivity_expiry_days: "45",
      permissions: ["issues.view", "issues.view", 2],
      colour: "red",
    });
    expect([refused.status, refused.body.code]).toEqual([400, 3]);
    expect(fieldsOf(refused).sort()).toEqual([
      "colour",
      "inactivity_expiry_days",
      "inactivity_expiry_days",
      "name",
      "permissions",
      "permissions[2]",
    ]);
  });

  test.for([
    ["?page_size=0", "page_size"],
    ["?page_size=101", "page_size"],
    ["?page_size=ten", "page_size"],
    ["?page_size=1&page_size=2", "page_size"],
    ["?page_size=", "page_size"],
    ["?page_token=nonsense", "page_token"],
    ["?status=ACTIVE", "status"],
  ] as const)("%s: 400 with the field", async ([query, field]) => {
    const { admin } = await startServer();
    const refused = await admin.send("GET", `${tokens}${query}`);
    expect([refused.status, refused.body.code, fieldsOf(refused)]).toEqual([400, 3, [field]]);
  });

  test.for(["abc", "%E0%A4%A", "6F1C2F7E-6A0C-4D0E-9B7E", "..%2F.."])("id %s: 400", async (id) => {
    const { admin } = await startServer();
    expect(fieldsOf(await admin.send("GET", `${tokens}/${id}`))).toEqual(["id"]);
  });

  test("an id in capitals is the same id", async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "one" });
    expect((await admin.get(service_user_token.id.toUpperCase())).name).toBe("one");
  });

  test.for([
    ["no JSON", "{", "application/json", 400],
    ["no object", "[]", "application/json", 400],
    ["null", "null", "application/json", 400],
    ["nothing", "", "application/json", 400],
    ["not JSON by its type", '{"name":"x"}', "text/plain", 415],
    ["a form", "name=x", "application/x-www-form-urlencoded", 415],
    ["JSON with a charset", '{"name":"x"}', "application/json; charset=utf-8", 200],
    ["JSON of another kind", '{"name":"x"}', "application/vnd.api+json", 200],
  ] as const)("a body that is %s: as it should be", async ([, body, type, status]) => {
    const { server } = await startServer();
    const response = await fetch(`${server.url}${tokens}`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.apiToken}`, "content-type": type },
      body,
    });
    expect(response.status).toBe(status);
  });

  test("a body of more than 1 MiB: 413, and the connection goes on", async () => {
    const { admin } = await startServer();
    const refused = await admin.send("POST", tokens, { name: "x".repeat(3_000_000) });
    expect([refused.status, reasonOf(refused)]).toEqual([413, "INVALID_REQUEST"]);
    expect(await admin.status()).toBe(200);
  });

  test("an edit without a change: 400", async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "same" });
    const refused = await admin.send("PATCH", `${tokens}/${service_user_token.id}`, {});
    expect([refused.status, refused.body.message]).toEqual([400, "body: value must have at least 1 field"]);
  });

  test("never show a secret that was put where none belongs", async () => {
    const { server, admin } = await startServer();
    const secret = `scapi_${"s".repeat(48)}`;
    const answers = [
      await admin.send("POST", tokens, { name: "x", permissions: [secret] }),
      await admin.send("POST", tokens, { name: "x", [secret]: 1 }),
      await admin.send("GET", `${tokens}/${secret}`),
      await admin.send("GET", `/${secret}`),
      await admin.send("GET", `${tokens}?${secret}=${secret}`),
    ];
    expect(JSON.stringify([answers.map(({ body }) => body), server.journal.entries()])).not.toContain(secret);
  });
});

describe("routes", () => {
  test("a path that does not exist: 404 with the nearest route", async () => {
    const { admin } = await startServer();
    const refused = await admin.send("GET", "/v1/service_user_tokens");
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([404, 5, "ROUTE_NOT_FOUND"]);
    expect(refused.body.message).toContain("did you mean GET /identity/v1/service_user_tokens?");
  });

  test("a method that does not exist: 405 with those that do", async () => {
    const { admin } = await startServer();
    const refused = await admin.send("PUT", tokens, {});
    expect([refused.status, refused.body.code, refused.headers.get("allow")]).toEqual([405, 12, "GET, POST"]);
  });

  test("the target of a proxy, in absolute form, is understood", async () => {
    const { server } = await startServer();
    const { port } = new URL(server.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest(
        {
          port,
          host: "127.0.0.1",
          path: "http://api.safetyculture.com/permissions/v1/permissions?a=http://b/c",
          headers: { authorization: `Bearer ${server.apiToken}` },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(200);
  });

  test("bytes that are no HTTP: 400 in the shape of other errors", async () => {
    const { server } = await startServer();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () =>
        socket.write("nonsense\r\n\r\n"),
      );
      let text = "";
      socket.on("data", (data) => {
        text += data;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: 3 });
  });
});

describe("answers", () => {
  test("that do not fit the contract are a 500 that says so", async () => {
    const { server, admin } = await startServer();
    const snapshot = server.snapshot();
    const [organization] = snapshot.organizations;
    organization?.users.forEach((user) => {
      user.groupIds = ["no group id"];
    });
    server.restore(snapshot);
    const broken = await admin.send("GET", "/accounts/user/v1/user:WhoAmI");
    expect([broken.status, broken.body.code, reasonOf(broken)]).toEqual([500, 13, "INTERNAL"]);
    expect(broken.body.message).toBe(
      "the answer of UsersService_WhoAmI does not fit the contract: group_ids[0]: value must match ^role_[0-9a-f]{32}$",
    );
  });

  test("all have a request id, rate limit headers and JSON", async () => {
    const { server, admin } = await startServer();
    const replies = [
      await admin.send("GET", "/permissions/v1/permissions"),
      await admin.send("POST", tokens, {}),
      await admin.as("").send("GET", tokens),
      await admin.send("GET", "/nowhere"),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 401, 404]);
    for (const [index, { headers }] of replies.entries()) {
      expect(headers.get("content-type")).toBe("application/json");
      expect(headers.get("x-mock-request-id")).toBe(String(index + 1));
      expect(Number(headers.get("x-ratelimit-limit"))).toBeGreaterThan(0);
      expect(Number(headers.get("x-ratelimit-remaining"))).toBeGreaterThan(0);
      expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(0);
    }
    expect(server.journal.lastId).toBe(replies.length);
  });
});
