import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

const { id, ...rest } = sampleToken;
const issued = { service_user_token: sampleToken, secret: "scapi_x" };
const text = JSON.stringify(issued);

test.each<[string, object]>([
  ["all but id and secret left out", { service_user_token: { id }, secret: "scapi_x" }],
  [
    "all but id and secret null",
    {
      service_user_token: { id, ...Object.fromEntries(Object.keys(rest).map((key) => [key, null])) },
      secret: "scapi_x",
    },
  ],
  [
    "a number as text",
    { service_user_token: { ...sampleToken, inactivity_expiry_days: "45" }, secret: "scapi_x" },
  ],
  ["a text as number", { service_user_token: { ...sampleToken, name: 7 }, secret: "scapi_x" }],
  [
    "permissions of another form",
    { service_user_token: { ...sampleToken, permissions: "all" }, secret: "scapi_x" },
  ],
  [
    "unknown fields",
    { service_user_token: { ...sampleToken, team: { id: 1 } }, secret: "scapi_x", more: [1] },
  ],
])("a response that issued a secret hands it over with %s", async (_what, body) => {
  const { url } = await startPlainServer((_request, response) => json(response, 200, body));
  const { connect } = await startBench();
  const { token, secret } = await connect({ baseUrl: url }).serviceUserTokens.regenerate(id);
  expect(token.id).toBe(id);
  expect(secret.reveal()).toBe("scapi_x");
  expect(Array.isArray(token.permissions)).toBe(true);
});

test("what else is wrong with it is a warning of the logger, without a value", async () => {
  const { url } = await startPlainServer((_request, response) =>
    json(response, 200, {
      service_user_token: { ...sampleToken, name: { text: "hidden" } },
      secret: "scapi_x",
    }),
  );
  const lines: string[] = [];
  const write = (message: string, fields: object) => void lines.push(message + JSON.stringify(fields));
  const { connect } = await startBench();
  const logger = { error: write, warn: write, info: write, debug: write };
  await connect({ baseUrl: url, logger, logLevel: "warn" }).serviceUserTokens.regenerate(id);
  expect(lines.join()).toContain("service_user_token.name is not of type string");
  expect(lines.join()).not.toMatch(/hidden|scapi_x/);
});

test.each<[string, Buffer, Record<string, string>]>([
  ["gzip", gzipSync(text), { "content-encoding": "gzip" }],
  ["br", brotliCompressSync(text), { "content-encoding": "br" }],
  ["deflate", deflateSync(text), { "content-encoding": "deflate" }],
  ["bare deflate", deflateRawSync(text), { "content-encoding": "deflate" }],
  ["gzip within br", brotliCompressSync(gzipSync(text)), { "content-encoding": "gzip, br" }],
  ["a byte order mark", Buffer.from(`\uFEFF${text}`), {}],
  ["UTF-16", Buffer.from(text, "utf16le"), { "content-type": "application/json; charset=utf-16le" }],
  ["a charset in quotes", Buffer.from(text), { "content-type": 'application/json; charset="UTF-8"' }],
  ["an unknown charset", Buffer.from(text), { "content-type": "application/json; charset=x-unknown" }],
])("a response in %s is read", async (_what, bytes, headers) => {
  const { url } = await startPlainServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(bytes),
  );
  const { connect } = await startBench();
  const { secret } = await connect({ baseUrl: url }).serviceUserTokens.regenerate(id);
  expect(secret.reveal()).toBe("scapi_x");
});

test.each<[string, Buffer, string]>([
  ["damaged gzip", gzipSync(text).subarray(0, 40), "gzip"],
  ["a coding that nobody knows", Buffer.from(text), "x-unknown"],
])("%s is a damaged response, and a read is tried again", async (_what, bytes, coding) => {
  const { url, requests } = await startPlainServer((_request, response, count) =>
    count === 1
      ? response.writeHead(200, { "content-encoding": coding }).end(bytes)
      : json(response, 200, { service_user_token: sampleToken }),
  );
  const { connect } = await startBench();
  await connect({ baseUrl: url }).serviceUserTokens.get(id);
  expect(requests).toHaveLength(2);
});

test.each<[string, object]>([
  ["empty", { next_page_token: "" }],
  ["null", { next_page_token: null }],
  ["missing", {}],
])("a list ends with a page token that is %s", async (_what, end) => {
  const { url, requests } = await startPlainServer((_request, response) =>
    json(response, 200, { users: [], ...end }),
  );
  const { connect } = await startBench();
  expect(await connect({ baseUrl: url }).users.list().all()).toMatchObject({ items: [], complete: true });
  expect(requests).toHaveLength(1);
});

test("an empty list that proto JSON leaves out is empty", async () => {
  const { url } = await startPlainServer((_request, response) => json(response, 200, { active_limit: 20 }));
  const { connect } = await startBench();
  const client = connect({ baseUrl: url });
  expect((await client.serviceUserTokens.list().all()).items).toEqual([]);
  expect(await client.serviceUserTokens.quota()).toEqual({ active: 0, limit: 20, available: 20 });
});

test("a caller with nothing but its ids is known", async () => {
  const owner = { user_id: sampleToken.service_user_id, organisation_id: sampleToken.organisation_id };
  const { url } = await startPlainServer((_request, response) => json(response, 200, owner));
  const { connect } = await startBench();
  expect(await connect({ baseUrl: url }).users.whoAmI()).toMatchObject(owner);
});
