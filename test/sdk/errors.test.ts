import { inspect } from "node:util";
import {
  ApiError,
  ForbiddenError,
  InvalidRequestError,
  NameConflictError,
  NotFoundError,
  RateLimitError,
  SafetyCultureError,
  ServerError,
  TokenLimitReachedError,
  TokenNotActiveError,
  TokenNotRevokedError,
  UnauthorizedError,
  UnexpectedResponseError,
  UnknownPermissionError,
} from "@safetyculture-tokens/sdk";
import { NotFoundError as NotFoundOfSubpath } from "@safetyculture-tokens/sdk/errors";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";
import { json, problem, sampleToken, startPlainServer } from "./support/plain-server.js";

const missing = "00000000-0000-4000-8000-000000000000";

test("the limit of active tokens is an error of its own", async () => {
  const { client } = await startBench();
  for (let i = 0; i < 20; i++) await client.serviceUserTokens.create({ name: `t${i}` });
  const error = await client.serviceUserTokens
    .create({ name: "one too many" })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TokenLimitReachedError);
  expect(error).toMatchObject({
    code: "TOKEN_LIMIT_REACHED",
    reason: "ACTIVE_TOKEN_LIMIT_REACHED",
    status: 400,
    grpcCode: 9,
    limit: 20,
    operationId: "ServiceUserTokensService_CreateServiceUserToken",
    method: "POST",
    path: "/identity/v1/service_user_tokens",
    attempts: 1,
    mayHaveHappened: false,
  });
});

test("a wrong state is an error that says what to do first", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await expect(client.serviceUserTokens.regenerate(token.id)).rejects.toThrow(TokenNotRevokedError);
  await expect(client.serviceUserTokens.delete(token.id)).rejects.toThrow(/Revoke the token first/);
  await client.serviceUserTokens.revoke(token.id);
  await expect(client.serviceUserTokens.update(token.id, { name: "b" })).rejects.toThrow(TokenNotActiveError);
  await expect(client.serviceUserTokens.revoke(token.id)).rejects.toThrow(/Resume the token first/);
});

test("an unknown permission is named", async () => {
  const { client } = await startBench();
  const error = client.serviceUserTokens.create({ name: "a", permissions: ["inspections.vieuw"] });
  await expect(error).rejects.toThrow(UnknownPermissionError);
  await expect(error).rejects.toThrow(/inspections\.vieuw/);
});

test("a token that is not there is not found, and names no id in its path", async () => {
  const { client } = await startBench();
  await expect(client.serviceUserTokens.get(missing)).rejects.toMatchObject({
    code: "NOT_FOUND",
    path: "/identity/v1/service_user_tokens/{id}",
  });
  await expect(client.serviceUserTokens.get(missing)).rejects.toBeInstanceOf(NotFoundOfSubpath);
});

test("a name that is taken is a conflict, where names are unique", async () => {
  const { client } = await startBench({}, { assumptions: { uniqueNames: true } });
  await client.serviceUserTokens.create({ name: "a" });
  await expect(client.serviceUserTokens.create({ name: "a" })).rejects.toBeInstanceOf(NameConflictError);
});

test("a bad credential is unauthorized and a weak one is forbidden, with the permission that it lacks", async () => {
  const { client, connect } = await startBench();
  const bad = connect({ apiToken: "scapi_wrong" });
  await expect(bad.users.whoAmI()).rejects.toBeInstanceOf(UnauthorizedError);
  const { secret } = await client.serviceUserTokens.create({
    name: "weak",
    permissions: ["inspections.view"],
  });
  const error = await client
    .withApiToken(secret)
    .serviceUserTokens.list()
    .all()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ForbiddenError);
  expect(error).toMatchObject({ permission: "platform_management.organization" });
  expect(String(error)).toContain("Give the API token the permission platform_management.organization.");
});

test.each([
  [400, problem(3, "INVALID_REQUEST", "bad"), InvalidRequestError],
  [404, { code: 5, message: "gone", details: [] }, NotFoundError],
  [409, problem(10, "SOMETHING", "conflict"), ApiError],
  [429, {}, RateLimitError],
  [500, problem(13, "INTERNAL", "broken"), ServerError],
  [503, "<html>unavailable</html>", ServerError],
  [418, null, ApiError],
  [400, [], ApiError],
  [401, { statusCode: 401, error: "Unauthorized", message: "Bad token or token expired" }, UnauthorizedError],
])("a response of %d is an error of the right class, whatever its body", async (status, body, kind) => {
  const { url } = await startPlainServer((_request, response) => json(response, status, body));
  const { connect } = await startBench({ maxRetries: 0 });
  const error = await connect({ baseUrl: url })
    .users.whoAmI()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(kind);
  expect(error).toMatchObject({ status });
});

test("a 404 of a wrong base URL does not pass for a token that is gone", async () => {
  const { server, connect } = await startBench();
  const lost = connect({ baseUrl: `${server.url}/v2` });
  await expect(lost.serviceUserTokens.get(missing)).rejects.not.toBeInstanceOf(NotFoundError);
  await expect(lost.serviceUserTokens.revokeAndDelete(missing)).rejects.toThrow(/check the base URL/);
});

test("a redirect is not followed, and the credential goes nowhere else", async () => {
  const elsewhere = await startPlainServer((_request, response) => json(response, 200, {}));
  const { url } = await startPlainServer((_request, response) => {
    response.writeHead(307, { location: elsewhere.url }).end();
  });
  const { connect } = await startBench();
  await expect(connect({ baseUrl: url }).users.whoAmI()).rejects.toThrow(/address behind the redirect/);
  expect(elsewhere.requests).toEqual([]);
});

test.each([
  ["without an id", { service_user_token: { ...sampleToken, id: undefined } }, "service_user_token.id"],
  ["whose id is null", { service_user_token: { ...sampleToken, id: null } }, "service_user_token.id"],
  ["with null in place of the token", { service_user_token: null }, "service_user_token"],
  ["that is an array", [], ""],
  ["of another server", { status: "ok" }, ""],
])("a response %s is refused with the path of the field", async (_what, body, field) => {
  const { url, requests } = await startPlainServer((_request, response) => json(response, 200, body));
  const { connect } = await startBench();
  const error = await connect({ baseUrl: url })
    .serviceUserTokens.get(sampleToken.id)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error).toMatchObject({ code: "UNEXPECTED_RESPONSE", field, status: 200 });
  expect(requests.length).toBe(5);
});

test("unknown fields and unknown values of an enumeration are kept", async () => {
  const token = { ...sampleToken, status: "SERVICE_USER_TOKEN_STATUS_SUSPENDED", colour: "blue" };
  const { url } = await startPlainServer((_request, response) =>
    json(response, 200, { service_user_token: token }),
  );
  const { connect } = await startBench();
  expect(await connect({ baseUrl: url }).serviceUserTokens.get(sampleToken.id)).toEqual(token);
});

test("a delete that is responded with nothing at all is done", async () => {
  const { url } = await startPlainServer((_request, response) => response.writeHead(204).end());
  const { connect } = await startBench();
  expect(await connect({ baseUrl: url }).serviceUserTokens.delete(sampleToken.id)).toBeUndefined();
  await expect(connect({ baseUrl: url }).users.whoAmI()).rejects.toMatchObject({
    code: "UNEXPECTED_RESPONSE",
  });
});

test("errors go into structured logs with their info and without their insides", async () => {
  const { client } = await startBench();
  const error = await client.serviceUserTokens.get(missing).catch((thrown: unknown) => thrown);
  expect(SafetyCultureError.is(error)).toBe(true);
  expect(SafetyCultureError.is(new Error("other"))).toBe(false);
  const logged: unknown = JSON.parse(JSON.stringify(error));
  expect(logged).toMatchObject({
    name: "NotFoundError",
    code: "NOT_FOUND",
    status: 404,
    reason: "TOKEN_NOT_FOUND",
  });
  expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/authorization|Bearer/i);
});

test("a message tells what was tried, why it failed and what to do, on one line", async () => {
  const { client } = await startBench();
  const error = await client.serviceUserTokens.get(missing).catch((thrown: unknown) => thrown);
  expect(String(error)).toMatch(
    /^NotFoundError: Get a service user token: .+ \(HTTP 404 TOKEN_NOT_FOUND\)\. Check the id.+ \[GET \/identity\/v1\/service_user_tokens\/\{id\}, request .+\]$/,
  );
});

test("what the API says cannot forge lines or terminal codes", async () => {
  const message = `no\u001b[31m red\nINFO forged ${"x".repeat(5000)}`;
  const { url } = await startPlainServer((_request, response) =>
    json(response, 400, problem(9, "OTHER", message)),
  );
  const { connect } = await startBench();
  const error = await connect({ baseUrl: url })
    .users.whoAmI()
    .catch((thrown: unknown) => thrown);
  const text = error instanceof Error ? error.message : "";
  expect(text).not.toMatch(/\p{Cc}/u);
  expect(text.length).toBeLessThan(1500);
});
