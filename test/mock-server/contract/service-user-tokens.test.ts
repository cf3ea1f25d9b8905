/**
 * What any server of this contract does, so that the same tests prove the mock today and a real endpoint later:
 *
 *     CONTRACT_URL=https://… CONTRACT_TOKEN=scapi_… npx vitest run test/mock-server/contract
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, fieldsOf, reasonOf } from "../support/api.js";
import { conforms } from "./conforms.js";
import { openTarget, prefix, type Target } from "./target.js";

const tokens = "/identity/v1/service_user_tokens";
const nobody = "00000000-0000-4000-8000-000000000000";

let target: Target;
let admin: Api;

beforeAll(async () => {
  target = await openTarget();
  admin = target.admin;
});

afterAll(() => target[Symbol.asyncDispose]());

/** A new token with a name that tells whose it is. */
async function create(name: string, permissions?: string[]) {
  return admin.create({ name: `${prefix} ${name}`, ...(permissions === undefined ? {} : { permissions }) });
}

describe("the life of a token", () => {
  test("create, get, list, edit, revoke, regenerate, revoke, delete", async () => {
    const { service_user_token: created, secret } = await create("life", ["issues.view"]);
    expect(created).toMatchObject({
      name: `${prefix} life`,
      inactivity_expiry_days: 45,
      permissions: ["issues.view"],
      status: "SERVICE_USER_TOKEN_STATUS_ACTIVE",
      last_used_at: null,
      revoked_at: null,
    });
    expect(await admin.get(created.id)).toEqual(created);

    const edited = await admin.update(created.id, { name: `${prefix} renamed`, inactivity_expiry_days: 180 });
    expect(edited).toMatchObject({ id: created.id, name: `${prefix} renamed`, inactivity_expiry_days: 180 });
    expect(Date.parse(edited.expires_at ?? "") - Date.parse(edited.secret_issued_at)).toBe(180 * 86_400_000);

    const whoAmI = await admin.as(secret).whoAmI();
    expect(whoAmI).toMatchObject({
      user_id: created.service_user_id,
      organisation_id: created.organisation_id,
      permissions: ["issues.view"],
    });
    expect((await admin.get(created.id)).last_used_at).not.toBeNull();

    expect((await admin.revoke(created.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_REVOKED");
    expect(await admin.as(secret).status()).toBe(401);

    const again = await admin.regenerate(created.id);
    expect(again.service_user_token).toMatchObject({ id: created.id, permissions: ["issues.view"] });
    expect([await admin.as(secret).status(), await admin.as(again.secret).status()]).toEqual([401, 200]);

    await admin.revoke(created.id);
    expect(await admin.delete(created.id)).toEqual({});
    expect((await admin.send("GET", `${tokens}/${created.id}`)).status).toBe(404);
    expect(await admin.as(again.secret).status()).toBe(401);
  });

  test("wrong states are refused with code 9", async () => {
    const { service_user_token } = await create("states");
    const path = `${tokens}/${service_user_token.id}`;
    const refusals = [await admin.send("POST", `${path}/regenerate`), await admin.send("DELETE", path)];
    await admin.revoke(service_user_token.id);
    refusals.push(await admin.send("POST", `${path}/revoke`), await admin.send("PATCH", path, { name: "x" }));
    await admin.delete(service_user_token.id);
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(refusals.map(() => [400, 9]));
    expect(refusals.map(reasonOf)).toEqual([
      "TOKEN_NOT_REVOKED",
      "TOKEN_NOT_REVOKED",
      "TOKEN_NOT_ACTIVE",
      "TOKEN_NOT_ACTIVE",
    ]);
  });
});

describe("refusals", () => {
  test.for([
    [{}, "name"],
    [{ name: "" }, "name"],
    [{ name: "x".repeat(131) }, "name"],
    [{ name: "x", inactivity_expiry_days: 30 }, "inactivity_expiry_days"],
    [{ name: "x", permissions: [] }, "permissions"],
    [{ name: "x", permissions: ["no.such.permission"] }, "permissions[0]"],
    [{ name: "x", unknown: true }, "unknown"],
  ] as const)("create with %j: 400 with code 3 and the field", async ([body, field]) => {
    const refused = await admin.send("POST", tokens, body);
    expect([refused.status, refused.body.code, fieldsOf(refused)]).toEqual([400, 3, [field]]);
  });

  test("an unknown token: 404 with code 5", async () => {
    for (const [method, path] of [
      ["GET", nobody],
      ["POST", `${nobody}/revoke`],
      ["POST", `${nobody}/regenerate`],
      ["DELETE", nobody],
    ] as const) {
      const refused = await admin.send(method, `${tokens}/${path}`);
      expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([404, 5, "TOKEN_NOT_FOUND"]);
    }
  });

  test("an unknown credential: 401 with code 16", async () => {
    const refused = await admin.as(`scapi_${"x".repeat(48)}`).send("GET", tokens);
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([401, 16, "UNAUTHENTICATED"]);
  });

  test("a credential without the permission: 403 with code 7", async () => {
    const { secret } = await create("powerless", ["issues.view"]);
    const refused = await admin.as(secret).send("GET", tokens);
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([403, 7, "PERMISSION_DENIED"]);
  });
});

describe("lists", () => {
  test("have every token once, in pages", async () => {
    const made = [await create("first"), await create("second"), await create("third")];
    const seen: string[] = [];
    let token = "";
    do {
      const page = await admin.list(`?page_size=2&page_token=${token}`);
      expect(page.service_user_tokens.length).toBeLessThanOrEqual(2);
      seen.push(...page.service_user_tokens.map(({ id }) => id));
      token = page.next_page_token;
    } while (token !== "");
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made.map(({ service_user_token }) => service_user_token.id)));
  });
});

describe("answers", () => {
  test("that do not fit the document would be noticed", () => {
    const headers = new Headers();
    expect(conforms("UsersService_WhoAmI", { status: 200, headers, body: {} })).not.toEqual([]);
    expect(conforms("UsersService_WhoAmI", { status: 401, headers, body: { code: "16" } })).not.toEqual([]);
  });

  test("fit the document", async () => {
    const { service_user_token } = await create("document");
    const { id } = service_user_token;
    const calls = [
      ["ServiceUserTokensService_ListServiceUserTokens", "GET", tokens],
      ["ServiceUserTokensService_CreateServiceUserToken", "POST", tokens, { name: `${prefix} document 2` }],
      ["ServiceUserTokensService_GetServiceUserToken", "GET", `${tokens}/${id}`],
      [
        "ServiceUserTokensService_UpdateServiceUserToken",
        "PATCH",
        `${tokens}/${id}`,
        { inactivity_expiry_days: 31 },
      ],
      ["ServiceUserTokensService_RevokeServiceUserToken", "POST", `${tokens}/${id}/revoke`],
      ["ServiceUserTokensService_RegenerateServiceUserToken", "POST", `${tokens}/${id}/regenerate`],
      ["ServiceUserTokensService_DeleteServiceUserToken", "DELETE", `${tokens}/${id}`],
      ["PermissionsService_ListPermissions", "GET", "/permissions/v1/permissions"],
      ["UsersService_WhoAmI", "GET", "/accounts/user/v1/user:WhoAmI"],
      ["UsersService_ListUsers", "POST", "/users/v1/users/list", { list_all: true }],
      [
        "ActivityLogService_ListActivities",
        "POST",
        "/accounts/history/v1/activity_log/list",
        { page_size: 5 },
      ],
    ] as const;
    for (const [operation, method, path, body] of calls) {
      const reply = await admin.send(method, path, body);
      expect(conforms(operation, reply), operation).toEqual([]);
    }
  });
});
