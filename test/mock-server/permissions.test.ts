import { describe, expect, test } from "vitest";
import { operations, permissionCatalogue } from "../../mock-server/src/contract/generated/contract.js";
import { reasonOf } from "./support/api.js";
import { startServer } from "./support/server.js";

const guarded = operations.filter(({ permissions }) => permissions.length > 0);
const personSecret = `scapi_${"p".repeat(48)}`;

/** The path of an operation, with an id that is nobody's. */
function pathOf(template: string): string {
  return template.replace("{id}", "00000000-0000-4000-8000-000000000000");
}

describe("permissions that the contract names", () => {
  test("guard operations at all", () => {
    expect(guarded.length).toBeGreaterThan(8);
  });

  test.for(
    guarded.flatMap(({ id, permissions }) => permissions.map((missing) => ({ id, missing }))),
  )("$id is refused without $missing, and the error names it", async ({ id, missing }) => {
    const operation = guarded.find((found) => found.id === id);
    if (operation === undefined) throw new Error(id);
    const { admin } = await startServer();
    const others = permissionCatalogue.map(({ key }) => key).filter((key) => key !== missing);
    const { secret } = await admin.create({ name: "all but one", permissions: others });
    const body = operation.takesBody ? {} : undefined;
    const refused = await admin.as(secret).send(operation.method, pathOf(operation.path), body);
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([403, 7, "PERMISSION_DENIED"]);
    expect(refused.body.message).toContain(missing);
    expect(refused.body.details[0]?.metadata).toMatchObject({ permission: missing });
  });

  test.for(guarded)("$id is open to a caller with these permissions only", async ({
    method,
    path,
    permissions,
  }) => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "just enough", permissions: [...permissions] });
    const { status } = await admin.as(secret).send(method, pathOf(path), method === "GET" ? undefined : {});
    expect([200, 400, 404]).toContain(status);
  });

  test("bind a person as well", async () => {
    const { admin } = await startServer({
      seed: {
        organizations: [
          { users: [{ permissions: ["issues.view"], user_tokens: [{ name: "own", secret: personSecret }] }] },
        ],
      },
    });
    const person = admin.as(personSecret);
    expect((await person.send("GET", "/identity/v1/service_user_tokens")).status).toBe(403);
    expect((await person.createUserToken("a person's own tokens need none")).user_token.name).toContain(
      "own",
    );
  });

  test("take effect with the next call when they are edited", async () => {
    const { admin } = await startServer();
    const { secret, service_user_token } = await admin.create({ name: "narrowed" });
    await admin.as(secret).list();
    await admin.update(service_user_token.id, { permissions: ["issues.view"] });
    expect((await admin.as(secret).send("GET", "/identity/v1/service_user_tokens")).status).toBe(403);
  });

  test("are all named at once when several are missing", async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "neither", permissions: ["issues.view"] });
    const refused = await admin.as(secret).send("GET", "/accounts/scim/v2/Users");
    expect(refused.body.message).toBe(
      "the permissions platform_management.users (Platform management: Users) and " +
        "platform_management.groups (Platform management: Groups) are required",
    );
  });
});

describe("credentials", () => {
  test.for([
    ["none", ""],
    ["an unknown one", `Bearer scapi_${"x".repeat(48)}`],
    ["another scheme", "Basic YWRhOmFkYQ=="],
    ["a bare secret", `scapi_${"x".repeat(48)}`],
    ["an empty one", "Bearer "],
    ["two words", "Bearer a b"],
  ] as const)("%s: 401", async ([, authorization]) => {
    const { server } = await startServer();
    const response = await fetch(`${server.url}/permissions/v1/permissions`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.json()).toMatchObject({ code: 16, details: [{ reason: "UNAUTHENTICATED" }] });
  });

  test("unknown, revoked, expired and deleted: the same answer", async () => {
    const { server, admin } = await startServer();
    const revoked = await admin.create({ name: "revoked" });
    const deleted = await admin.create({ name: "deleted" });
    const expired = await admin.create({ name: "expired" });
    await admin.revoke(revoked.service_user_token.id);
    await admin.revoke(deleted.service_user_token.id);
    await admin.delete(deleted.service_user_token.id);
    server.clock.advance({ days: 45 });
    const secrets = [revoked.secret, deleted.secret, expired.secret, `scapi_${"x".repeat(48)}`];
    const answers = await Promise.all(
      secrets.map((secret) => admin.as(secret).send("GET", "/permissions/v1/permissions")),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  });

  test("of a service user do not manage user tokens", async () => {
    const { admin } = await startServer();
    const { secret } = await admin.create({ name: "service" });
    const calls: [string, string, object?][] = [
      ["GET", "/identity/v1/user_tokens"],
      ["POST", "/identity/v1/user_tokens", { name: "own" }],
      ["POST", "/identity/v1/user_tokens/00000000-0000-4000-8000-000000000000/revoke"],
      ["DELETE", "/identity/v1/user_tokens/00000000-0000-4000-8000-000000000000"],
    ];
    for (const [method, path, body] of calls) {
      const refused = await admin.as(secret).send(method, path, body);
      expect([refused.status, reasonOf(refused)]).toEqual([403, "SERVICE_USER_NOT_ALLOWED"]);
    }
  });

  test("of one person do not manage another's tokens", async () => {
    const { admin } = await startServer({
      seed: { organizations: [{ users: [{ user_tokens: [{ name: "own", secret: personSecret }] }] }] },
    });
    const { user_token } = await admin.createUserToken("the administrator's");
    const person = admin.as(personSecret);
    expect((await person.listUserTokens()).user_tokens.map(({ name }) => name)).toEqual(["own"]);
    for (const [method, verb] of [
      ["POST", "/revoke"],
      ["DELETE", ""],
    ] as const) {
      const refused = await person.send(method, `/identity/v1/user_tokens/${user_token.id}${verb}`);
      expect([refused.status, reasonOf(refused)]).toEqual([404, "TOKEN_NOT_FOUND"]);
    }
  });
});
