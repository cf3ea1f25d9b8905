import "../seed.js";
import {
  type ClientOptions,
  InvalidArgumentError,
  SafetyCultureClient,
  Secret,
} from "@safetyculture-tokens/sdk";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startBench } from "./support/mock.js";

beforeEach(() => {
  vi.stubEnv("SAFETYCULTURE_API_TOKEN", undefined);
  vi.stubEnv("SAFETYCULTURE_API_URL", undefined);
});
afterEach(() => vi.unstubAllEnvs());

const apiToken = "scapi_canary";

/** The error of a constructor call. */
function refusal(options: ClientOptions): unknown {
  try {
    new SafetyCultureClient(options);
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each<[string, string, ClientOptions]>([
  ["no token", "apiToken", {}],
  ["an empty token", "apiToken", { apiToken: "" }],
  ["a token with a newline", "apiToken", { apiToken: "scapi_canary\n" }],
  ["a token with a space", "apiToken", { apiToken: "scapi canary" }],
  ["a token with a control character", "apiToken", { apiToken: "scapi_\u0000canary" }],
  ["a token that is not ASCII", "apiToken", { apiToken: "scapi_cänary" }],
  ["a secret with a newline", "apiToken", { apiToken: new Secret("scapi_canary\r\n") }],
  ["a relative URL", "baseUrl", { apiToken, baseUrl: "/identity" }],
  ["a host without a scheme", "baseUrl", { apiToken, baseUrl: "api.safetyculture.com" }],
  ["an empty URL", "baseUrl", { apiToken, baseUrl: "" }],
  ["another scheme", "baseUrl", { apiToken, baseUrl: "ftp://api.safetyculture.com" }],
  ["plain http to another machine", "baseUrl", { apiToken, baseUrl: "http://api.safetyculture.com" }],
  [
    "plain http to a host that looks like loopback",
    "baseUrl",
    { apiToken, baseUrl: "http://127.0.0.1.example.com" },
  ],
  [
    "plain http to a host that begins like loopback",
    "baseUrl",
    { apiToken, baseUrl: "http://localhost.example.com" },
  ],
  ["credentials in the URL", "baseUrl", { apiToken, baseUrl: "https://user:canary@api.safetyculture.com" }],
  ["a query in the URL", "baseUrl", { apiToken, baseUrl: "https://api.safetyculture.com?key=canary" }],
  ["a negative time limit", "timeoutMs", { apiToken, timeoutMs: -1 }],
  ["no time limit", "timeoutMs", { apiToken, timeoutMs: 0 }],
  ["a time limit that no timer holds", "deadlineMs", { apiToken, deadlineMs: 2 ** 31 }],
  ["a time limit that is no number", "deadlineMs", { apiToken, deadlineMs: Number.NaN }],
  ["a fraction of a retry", "maxRetries", { apiToken, maxRetries: 1.5 }],
  ["a negative number of retries", "maxRetries", { apiToken, maxRetries: -1 }],
  ["a negative budget", "retryBudget", { apiToken, retryBudget: -1 }],
  ["no calls at all", "pacing.calls", { apiToken, pacing: { calls: 0 } }],
  ["a user agent with a newline", "userAgent", { apiToken, userAgent: "a\nb" }],
  ["certificates that are none", "extraCaCertificates", { apiToken, extraCaCertificates: "/etc/ca.pem" }],
])("%s is refused by the constructor, with the name of the option", (_what, field, options) => {
  const error = refusal(options);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error).toMatchObject({ code: "INVALID_ARGUMENT", field });
  expect(String(error)).not.toContain("canary");
});

test("options of the wrong type are refused, with the name of the option", () => {
  const wrong: Record<string, unknown>[] = [
    { apiToken: 7 },
    { apiToken, timeoutMs: "30" },
    { apiToken, logLevel: "verbose" },
    { apiToken, dispatcher: {} },
    { apiToken, baseUrl: {} },
  ];
  for (const options of wrong) {
    expect(refusal(options), JSON.stringify(options)).toBeInstanceOf(InvalidArgumentError);
  }
});

test("plain http is allowed to loopback, by name and by address", () => {
  for (const host of ["localhost:1", "127.0.0.1", "127.9.9.9:8080", "[::1]:80"]) {
    expect(new SafetyCultureClient({ apiToken, baseUrl: `http://${host}` }).baseUrl).toContain("http://");
  }
});

test("a path in the base URL stays in front of every route", async () => {
  const client = new SafetyCultureClient({ apiToken, baseUrl: "https://proxy.example.com/safetyculture/" });
  expect(client.baseUrl).toBe("https://proxy.example.com/safetyculture");
});

test("token and URL come from the environment when they are not given", () => {
  vi.stubEnv("SAFETYCULTURE_API_TOKEN", "scapi_environment");
  vi.stubEnv("SAFETYCULTURE_API_URL", "https://environment.example.com");
  const client = new SafetyCultureClient();
  expect(client.apiToken.reveal()).toBe("scapi_environment");
  expect(client.baseUrl).toBe("https://environment.example.com");
  expect(new SafetyCultureClient({ apiToken, baseUrl: "https://given.example.com" }).baseUrl).toContain(
    "given",
  );
  vi.stubEnv("SAFETYCULTURE_API_URL", "");
  expect(new SafetyCultureClient().baseUrl).toBe("https://api.safetyculture.com");
});

const id = "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69";

test("bad fields of a request are refused with their path, and nothing is sent", async () => {
  const { client, server } = await startBench();
  const { serviceUserTokens: tokens, userTokens, users } = client;
  // What a caller without types could pass.
  const untyped = (value: unknown): never => value as never;
  const calls: [string, () => Promise<unknown>][] = [
    ["name", () => tokens.create({ name: "" })],
    ["name", () => tokens.create({ name: "x".repeat(131) })],
    ["name", () => tokens.create({ name: "😀".repeat(131) })],
    ["name", () => tokens.create({ name: "a\nb" })],
    ["name", () => tokens.create({ name: "a\u0085b" })],
    ["name", () => tokens.create({ name: "a\ud800b" })],
    ["name", () => tokens.create(untyped({}))],
    ["name", () => tokens.create(untyped({ name: null }))],
    ["name", () => tokens.create(untyped({ name: 7 }))],
    ["request", () => tokens.create(untyped(undefined))],
    ["request", () => tokens.create(untyped(["a"]))],
    ["expiry", () => tokens.create(untyped({ name: "a", expiry: 45 }))],
    ["inactivity_expiry_days", () => tokens.create(untyped({ name: "a", inactivity_expiry_days: 30 }))],
    ["inactivity_expiry_days", () => tokens.create(untyped({ name: "a", inactivity_expiry_days: "45" }))],
    ["permissions", () => tokens.create({ name: "a", permissions: [] })],
    ["permissions[1]", () => tokens.create({ name: "a", permissions: ["b", "b"] })],
    ["permissions[0]", () => tokens.create(untyped({ name: "a", permissions: [7] }))],
    ["permissions", () => tokens.create(untyped({ name: "a", permissions: "inspections.view" }))],
    ["request", () => tokens.update(id, {})],
    ["inactivity_expiry_days", () => tokens.update(id, untyped({ inactivity_expiry_days: 44 }))],
    ["id", () => tokens.get("")],
    ["id", () => tokens.get("../permissions")],
    ["id", () => tokens.revoke(untyped(undefined))],
    ["id", () => tokens.regenerate("7")],
    ["id", () => tokens.delete("7")],
    ["page_size", () => tokens.list({ page_size: 101 }).all()],
    ["page_size", () => tokens.list({ page_size: 1.5 }).all()],
    ["size", () => tokens.list(untyped({ size: 5 })).all()],
    ["name", () => userTokens.create({ name: "" })],
    ["startIndex", () => users.listScimUsers({ startIndex: 0 }).all()],
    [
      "filters.timeframe.from",
      () => client.activityLog.list({ filters: { timeframe: { from: "soon" } } }).all(),
    ],
    ["timeoutMs", () => tokens.get(id, { timeoutMs: -1 })],
    ["signal", () => tokens.get(id, untyped({ signal: {} }))],
    ["name", () => tokens.ensure({ name: "" })],
    ["name", () => tokens.createTemporary({ name: "" })],
    ["strategy", () => tokens.rotate(id, untyped({ strategy: "both" }))],
    ["graceHours", () => tokens.rotate(id, { strategy: "overlap", graceHours: -1 })],
    ["creating", () => tokens.reconcile({ name: "a", creating: "soon" })],
    ["creating", () => tokens.create({ name: "a" }, { creating: "soon" })],
  ];
  for (const [field, call] of calls) {
    await expect(call(), `${field}: ${call}`).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field });
  }
  expect(server.journal.entries()).toEqual([]);
});

test("names are counted in characters, whatever their encoding", async () => {
  const { client } = await startBench();
  const name = "😀".repeat(130);
  expect((await client.serviceUserTokens.create({ name })).token.name).toBe(name);
});

test("what the client accepts as a name, the API accepts, and the other way round", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  const character = fc.oneof(
    fc.constantFrom("a", "é", "😀", "\n", "\u0000", "\u009f"),
    fc.string({ unit: "binary" }),
  );
  const names = fc.string({ unit: character, maxLength: 140 });
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const raw = await fetch(`${server.url}/identity/v1/service_user_tokens/${token.id}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${server.apiToken}`, "content-type": "application/json" },
        body: JSON.stringify({ name }),
      });
      const ours = await client.serviceUserTokens.update(token.id, { name }).then(
        () => 200,
        (error: unknown) => (error instanceof InvalidArgumentError ? 400 : 500),
      );
      expect(ours).toBe(raw.status);
    }),
    { numRuns: 50 },
  );
});
