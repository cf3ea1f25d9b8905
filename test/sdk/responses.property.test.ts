import "../seed.js";
import { type ResponseBody, SafetyCultureError } from "@safetyculture-tokens/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readResponse } from "../../sdk/src/http/read-response.js";
import { startBench } from "./support/mock.js";
import { sampleToken, startPlainServer } from "./support/plain-server.js";

const page = { service_user_tokens: [sampleToken], next_page_token: "", active_count: 1, active_limit: 20 };
const issued = { service_user_token: sampleToken, secret: "scapi_x" };

/** A response that fits, with one of its parts replaced by anything. */
const nearlyRight = fc
  .tuple(fc.constantFrom<object>(page, issued), fc.nat(20), fc.jsonValue())
  .map(([response, target, value]) => {
    let index = 0;
    return JSON.stringify(response, (_key, part: unknown) => (index++ === target ? value : part));
  });

test("whatever the server sends, a call returns what fits or fails with an error of this SDK", async () => {
  let reply = { status: 200, body: "" };
  const { url } = await startPlainServer((_request, response) => {
    response.writeHead(reply.status, { "content-type": "application/json" }).end(reply.body);
  });
  const { connect } = await startBench();
  const client = connect({ baseUrl: url, maxRetries: 0, pacing: false });
  const calls = [
    () => client.serviceUserTokens.list().all(),
    () => client.serviceUserTokens.create({ name: "a" }),
    () => client.serviceUserTokens.get(sampleToken.id),
    () => client.serviceUserTokens.delete(sampleToken.id),
    () => client.users.whoAmI(),
  ];
  const body = fc.oneof(nearlyRight, fc.json(), fc.string({ unit: "binary" }), fc.constant(""));
  const status = fc.oneof(
    fc.constant(200),
    fc.integer({ min: 200, max: 599 }).filter((code) => code !== 204 && code !== 304),
  );
  await fc.assert(
    fc.asyncProperty(status, body, fc.constantFrom(...calls), async (code, text, call) => {
      reply = { status: code, body: text };
      const error: unknown = await call().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error !== undefined) expect(SafetyCultureError.is(error), String(error)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("what passes the reader has every field of the contract, with its type", () => {
  fc.assert(
    fc.property(nearlyRight, (text) => {
      let read: ResponseBody<"ServiceUserTokensService_ListServiceUserTokens">;
      try {
        read = readResponse("ServiceUserTokensService_ListServiceUserTokens", text).body;
      } catch {
        return;
      }
      expect(Number.isInteger(read.active_count)).toBe(true);
      for (const token of read.service_user_tokens) {
        for (const [field, value] of Object.entries(sampleToken)) {
          const given: unknown = Reflect.get(token, field);
          if (value !== null && given !== null) expect(typeof given, field).toBe(typeof value);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
