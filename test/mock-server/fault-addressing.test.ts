import { ApiError, type Fault } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { startServer } from "./support/server.js";

const tokens = "/identity/v1/service_user_tokens";
const create = "ServiceUserTokensService_CreateServiceUserToken";
const list = "ServiceUserTokensService_ListServiceUserTokens";
const permissions = "PermissionsService_ListPermissions";

describe("faults", () => {
  test("meet the calls after `after`, so many `times`", async () => {
    const { server, admin } = await startServer();
    const fault = server.faults.add({
      operation: permissions,
      kind: "status",
      status: 500,
      after: 2,
      times: 2,
    });
    const statuses: number[] = [];
    for (let call = 0; call < 6; call++) statuses.push(await admin.status());
    expect([statuses, fault.hits]).toEqual([[200, 200, 500, 500, 200, 200], 2]);
  });

  test("without `times` meet every call until they are cleared", async () => {
    const { server, admin } = await startServer();
    server.faults.add({ operation: permissions, kind: "status", status: 500 });
    expect([await admin.status(), await admin.status()]).toEqual([500, 500]);
    server.faults.clear();
    expect([await admin.status(), server.faults.list()]).toEqual([200, []]);
  });

  test("meet only the calls that match", async () => {
    const { server, admin } = await startServer({ seed: { organizations: [{}, {}] } });
    const globex = admin.as(server.organizations[1]?.apiToken ?? "");
    const { service_user_token: one } = await admin.create({ name: "one" });
    const { service_user_token: two } = await admin.create({ name: "two" });
    const status = { kind: "status", status: 500 } as const;
    const get = "ServiceUserTokensService_GetServiceUserToken";
    server.faults.set([
      { ...status, operation: create, match: { body: { name: "met", permissions: ["issues.view"] } } },
      { ...status, operation: get, match: { path: { id: two.id } } },
      { ...status, operation: list, match: { query: { page_size: "7" } } },
      { ...status, operation: permissions, match: { organisation_id: server.organizations[1]?.id ?? "" } },
    ]);
    const statusOf = async (call: Promise<{ status: number }>) => (await call).status;
    expect(await statusOf(admin.send("POST", tokens, { name: "met" }))).toBe(200);
    const met = { name: "met", permissions: ["issues.view"], inactivity_expiry_days: 60 };
    expect(await statusOf(admin.send("POST", tokens, met))).toBe(500);
    expect(await statusOf(admin.send("GET", `${tokens}/${one.id}`))).toBe(200);
    expect(await statusOf(admin.send("GET", `${tokens}/${two.id}`))).toBe(500);
    expect(await statusOf(admin.send("GET", `${tokens}?page_size=8`))).toBe(200);
    expect(await statusOf(admin.send("GET", `${tokens}?page_size=7`))).toBe(500);
    expect([await admin.status(), await globex.status()]).toEqual([200, 500]);
    expect(server.faults.list().map(({ hits }) => hits)).toEqual([1, 1, 1, 1]);
  });

  test("of several kinds come together; of those that end a call, the first that is due", async () => {
    const { server, admin } = await startServer();
    const once = { operation: permissions, times: 1 } as const;
    server.faults.set([
      { ...once, kind: "delay", milliseconds: 1 },
      { ...once, kind: "status", status: 500 },
      { ...once, kind: "status", status: 502 },
    ]);
    const first = await admin.send("GET", "/permissions/v1/permissions");
    expect([first.status, first.headers.get("x-mock-fault")]).toEqual([500, "delay, status"]);
    expect([await admin.status(), await admin.status()]).toEqual([502, 200]);
  });

  test("are refused for an operation that does not exist, with the one that may have been meant", async () => {
    const { server } = await startServer();
    const control = new Api(`${server.url}/_mock`, "");
    const misspelt = { operation: "UsersService_WhoAmi", kind: "drop" };
    const refused = await control.send("PUT", "/faults", { faults: [misspelt] });
    expect(refused.status).toBe(400);
    expect(refused.body.message).toBe(
      'faults[0].operation: "UsersService_WhoAmi" is not an operation; did you mean "UsersService_WhoAmI"?',
    );
    const untyped: Fault = JSON.parse(JSON.stringify(misspelt));
    expect(() => server.faults.add(untyped)).toThrow(ApiError);
    expect(server.faults.list()).toEqual([]);
  });

  test.for([
    { operation: create, kind: "explode" },
    { operation: create, kind: "status" },
    { operation: create, kind: "status", status: 200 },
    { operation: create, kind: "drop", milliseconds: 3 },
    { operation: create, kind: "drop", times: 0 },
    { operation: create, kind: "stale_list" },
    { operation: create, kind: "shifted_page" },
    { kind: "drop" },
    {},
  ])("are refused when they make no sense: %j", async (fault) => {
    const { server } = await startServer();
    const control = new Api(`${server.url}/_mock`, "");
    const refused = await control.send("PUT", "/faults", { faults: [fault] });
    expect([refused.status, refused.body.code]).toEqual([400, 3]);
    expect(refused.body.message).toContain("faults[0]");
  });

  test.for([
    [
      { operation: create, kind: "latency" },
      "faults[0].kind: value must be one of status, rate_limited, delay, drop,",
    ],
    [{ operation: create }, "faults[0].kind: value is required"],
  ] as const)("are refused by the name of what is wrong alone: %j", async ([fault, message]) => {
    const { server } = await startServer();
    const refused = await new Api(`${server.url}/_mock`, "").send("PUT", "/faults", { faults: [fault] });
    expect(refused.body.message).toContain(message);
    expect(refused.body.message).not.toContain(";");
  });

  test("are set, counted and cleared through the control API", async () => {
    const { server, admin } = await startServer();
    const control = new Api(`${server.url}/_mock`, "");
    const fault = { operation: permissions, kind: "status", status: 503, times: 1 };
    await control.send("PUT", "/faults", { faults: [fault] });
    expect(await admin.status()).toBe(503);
    expect((await control.send("GET", "/faults")).body).toEqual({ faults: [{ fault, hits: 1 }] });
    await control.send("DELETE", "/faults");
    expect((await control.send("GET", "/faults")).body).toEqual({ faults: [] });
  });
});
