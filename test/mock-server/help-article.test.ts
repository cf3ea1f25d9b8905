/**
 * The table "What are the differences between service user and user API tokens?" of the help article, line by line,
 * and the limits below it.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { type Api, reasonOf } from "./support/api.js";
import { adminOf, start, startServer, type TestServer } from "./support/server.js";

const groupId = `role_${"a".repeat(32)}`;
const siteId = `location_${"b".repeat(32)}`;
const maxId = `user_${"c".repeat(32)}`;
const maxSecret = `scapi_${"m".repeat(48)}`;

let server: TestServer["server"];
let admin: Api;
let person: Api;

beforeEach(async () => {
  ({ server, admin } = await startServer({
    seed: {
      random_seed: 1,
      organizations: [
        {
          name: "Acme",
          users: [
            { firstname: "Ada", lastname: "Admin", permissions: "all" },
            {
              id: maxId,
              firstname: "Max",
              lastname: "Mustermann",
              email: "max@example.com",
              permissions: ["inspections.view", "platform_management.users"],
              group_ids: [groupId],
              site_ids: [siteId],
              user_tokens: [{ name: "script", secret: maxSecret }],
            },
          ],
        },
      ],
    },
  }));
  person = admin.as(maxSecret);
});

describe("service user API token against user API token", () => {
  test("Ownership: a service user owns the one, a person the other", async () => {
    const { secret } = await admin.create({ name: "power-bi" });
    const serviceUser = await admin.as(secret).whoAmI();
    expect(serviceUser).toMatchObject({
      firstname: "power-bi",
      email: "",
      seat_type: "SUBSCRIPTION_SEAT_TYPE_SERVICE_USER",
    });
    expect(await person.whoAmI()).toMatchObject({
      user_id: maxId,
      firstname: "Max",
      email: "max@example.com",
      seat_type: "SUBSCRIPTION_SEAT_TYPE_PREMIUM",
    });
    expect(serviceUser.user_id).not.toBe(maxId);
  });

  test("Login: refused for a service user, possible for a person", async () => {
    const { secret } = await admin.create({ name: "power-bi" });
    const refused = await admin.as(secret).send("POST", "/identity/v1/sessions");
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([403, 7, "LOGIN_NOT_ALLOWED"]);
    const session = await person.send("POST", "/identity/v1/sessions");
    expect(session).toMatchObject({
      status: 200,
      body: { user_id: maxId, expires_at: "2026-01-01T12:00:00Z" },
    });
  });

  test("Permissions: assigned to each service user, inherited from the person", async () => {
    const one = await admin.create({ name: "one", permissions: ["issues.view", "actions.view"] });
    const other = await admin.create({ name: "other", permissions: ["templates.view"] });
    expect((await admin.as(one.secret).whoAmI()).permissions).toEqual(["actions.view", "issues.view"]);
    expect((await admin.as(other.secret).whoAmI()).permissions).toEqual(["templates.view"]);
    const second = await person.createUserToken("second");
    const inherited = ["inspections.view", "platform_management.users"];
    expect((await person.whoAmI()).permissions).toEqual(inherited);
    expect((await admin.as(second.secret).whoAmI()).permissions).toEqual(inherited);
  });

  test("Group and site access control: not supported by the one, inherited by the other", async () => {
    const { secret } = await admin.create({ name: "power-bi" });
    expect(await admin.as(secret).whoAmI()).toMatchObject({ group_ids: [], site_ids: [] });
    expect(await person.whoAmI()).toMatchObject({ group_ids: [groupId], site_ids: [siteId] });
  });

  test("Integrations: up to 180 idle days for long-term use, 30 for personal use", async () => {
    const { service_user_token: long } = await admin.create({ name: "long", inactivity_expiry_days: 180 });
    const { user_token: short } = await person.createUserToken("short");
    const days = (expiry: string | null) => (Date.parse(expiry ?? "") - Date.parse(start)) / 86_400_000;
    expect([days(long.expires_at), days(short.expires_at)]).toEqual([180, 30]);
  });

  test("Token stability: deactivating a person ends their user tokens, and no service user token", async () => {
    const { secret } = await admin.create({ name: "power-bi" });
    const second = await person.createUserToken("second");
    server.deactivateUser(maxId);
    expect(await person.status()).toBe(401);
    expect(await admin.as(second.secret).status()).toBe(401);
    expect(await admin.as(secret).status()).toBe(200);
    expect(server.tokens().user_tokens.map(({ status }) => status)).toEqual([
      "USER_TOKEN_STATUS_EXPIRED",
      "USER_TOKEN_STATUS_EXPIRED",
    ]);
    server.reactivateUser(maxId);
    expect(await person.status()).toBe(401);
  });

  test("Activity logs: the service user's name, and the person's", async () => {
    const { secret, service_user_token } = await admin.create({ name: "power-bi" });
    await admin.as(secret).whoAmI();
    await person.whoAmI();
    const { activities } = await admin.activities({ filters: { event_types: ["api.called"] } });
    const callers = activities
      .filter(({ metadata }) => metadata["operation"] === "UsersService_WhoAmI")
      .map(({ user_id, user_name }) => [user_id, user_name]);
    expect(callers).toEqual([
      [maxId, "Max Mustermann"],
      [service_user_token.service_user_id, "power-bi"],
    ]);
  });

  test("Visibility: absent from the user list, and in the person's own settings", async () => {
    const { service_user_token } = await admin.create({ name: "power-bi" });
    const { users } = await admin.listUsers();
    expect(users.map(({ firstname }) => firstname)).toEqual(["Ada", "Max"]);
    expect(users.map(({ id }) => id)).not.toContain(service_user_token.service_user_id);
    const { user_tokens } = await person.listUserTokens();
    expect(user_tokens.map(({ name }) => name)).toEqual(["script"]);
  });

  test("Billing: takes no seat, and counts toward the person's", async () => {
    const { secret } = await admin.create({ name: "power-bi" });
    expect((await admin.as(secret).whoAmI()).counts_toward_seats).toBe(false);
    expect((await person.whoAmI()).counts_toward_seats).toBe(true);
  });
});

describe("limits", () => {
  test("Each user can create up to 10 active user API tokens", async () => {
    for (let count = 1; count < 10; count++) await person.createUserToken(`token ${count}`);
    const refused = await person.send("POST", "/identity/v1/user_tokens", { name: "one too many" });
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([
      400,
      9,
      "ACTIVE_TOKEN_LIMIT_REACHED",
    ]);
    expect(await person.listUserTokens()).toMatchObject({ active_count: 10, active_limit: 10 });
    await admin.createUserToken("the limit is each person's own");
  });

  test("Each organization can have up to 20 active service user tokens", async () => {
    await admin.createMany(20);
    const refused = await admin.send("POST", "/identity/v1/service_user_tokens", { name: "one too many" });
    expect([refused.status, refused.body.code, reasonOf(refused)]).toEqual([
      400,
      9,
      "ACTIVE_TOKEN_LIMIT_REACHED",
    ]);
    expect(await admin.list()).toMatchObject({ active_count: 20, active_limit: 20 });
  });

  test("Tokens are separate for each organization", async () => {
    const { server: two } = await startServer({
      seed: { organizations: [{ name: "Acme" }, { name: "Globex" }] },
    });
    const [acme, globex] = [adminOf(two, 0), adminOf(two, 1)];
    const { secret, service_user_token } = await acme.create({ name: "power-bi" });
    const [first] = two.organizations;
    expect(await acme.as(secret).whoAmI()).toMatchObject({ organisation_id: first?.id });
    expect((await globex.list()).service_user_tokens).toEqual([]);
    const foreign = await globex.send("GET", `/identity/v1/service_user_tokens/${service_user_token.id}`);
    expect([foreign.status, reasonOf(foreign)]).toEqual([404, "TOKEN_NOT_FOUND"]);
  });

  test("SCIM needs both platform management permissions, Users and Groups", async () => {
    const scim = "/accounts/scim/v2/Users";
    const users = "platform_management.users";
    const groups = "platform_management.groups";
    const onlyUsers = await admin.create({ name: "users", permissions: [users] });
    const onlyGroups = await admin.create({ name: "groups", permissions: [groups] });
    const both = await admin.create({ name: "both", permissions: [users, groups] });
    const withoutGroups = await admin.as(onlyUsers.secret).send("GET", scim);
    expect([withoutGroups.status, withoutGroups.body.code]).toEqual([403, 7]);
    expect(withoutGroups.body.message).toContain("Platform management: Groups");
    expect(withoutGroups.body.message).not.toContain("Platform management: Users");
    const withoutUsers = await admin.as(onlyGroups.secret).send("GET", scim);
    expect(withoutUsers.body.message).toContain("Platform management: Users");
    expect(withoutUsers.body.message).not.toContain("Platform management: Groups");
    const allowed = await admin.as(both.secret).send("GET", scim);
    expect(allowed).toMatchObject({ status: 200, body: { totalResults: 2, Resources: [{}, { id: maxId }] } });
  });
});
