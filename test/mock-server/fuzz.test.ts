import { connect } from "node:net";
import { startMockServer } from "@safetyculture-tokens/mock-server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "../../mock-server/src/contract/generated/contract.js";
import { operations as controlOperations } from "../../mock-server/src/control/generated/contract.js";
import { Api } from "./support/api.js";

let server: Awaited<ReturnType<typeof startMockServer>>;
let admin: Api;
let id: string;

beforeAll(async () => {
  server = await startMockServer({ seed: 1 });
  admin = new Api(server.url, server.apiToken);
  id = (await admin.create({ name: "one" })).service_user_token.id;
});

afterAll(() => server.close());

const run = { seed: 20260101, numRuns: 300 };

/** Values that are almost right: the names of the fields with anything inside. */
const almostRight = fc.dictionary(
  fc.constantFrom(
    "name",
    "permissions",
    "inactivity_expiry_days",
    "page_size",
    "page_token",
    "filters",
    "faults",
    "days",
  ),
  fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.string()), fc.integer()),
);
const body = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.json(),
  almostRight.map((value) => JSON.stringify(value)),
  fc.constantFrom(
    "{",
    "[]",
    "null",
    '"',
    '{"name":"\\ud800"}',
    '{"__proto__":1}',
    '{"constructor":{"prototype":1}}',
  ),
);
const headerText = fc.string({ unit: fc.constantFrom(..."abc;=/*, \"'{}%0") });

async function send(method: string, path: string, text: string | undefined, type: string): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${server.apiToken}`, "content-type": type },
    ...(text === undefined || method === "GET" ? {} : { body: text }),
  });
}

/** An answer of the API's own, below 500. */
async function expectAnswer(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  const answer: unknown = JSON.parse(text);
  if (response.status !== 200) {
    expect(answer).toEqual({
      code: expect.any(Number),
      message: expect.any(String),
      details: expect.any(Array),
    });
  }
}

describe("malformed requests never crash the server, and are never answered with a 500", () => {
  test.for(operations)("$id", async ({ method, path }) => {
    const parameter = fc.oneof(fc.constant(id), fc.string(), fc.uuid());
    const query = fc.dictionary(
      fc.oneof(fc.constantFrom("page_size", "page_token", "status", "startIndex", "count"), fc.string()),
      fc.oneof(fc.string(), fc.integer().map(String), fc.constant("")),
    );
    await fc.assert(
      fc.asyncProperty(
        parameter,
        query,
        body,
        headerText,
        fc.boolean(),
        async (value, fields, text, type, json) => {
          const target = `${path.replace("{id}", encodeURIComponent(value))}?${new URLSearchParams(fields)}`;
          await expectAnswer(await send(method, target, text, json ? "application/json" : type));
        },
      ),
      { ...run, numRuns: 60 },
    );
  });

  test.for(controlOperations.filter(({ id: name }) => name !== "Reset"))("control: $id", async ({
    method,
    path,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.string(), body, async (value, text) => {
        await expectAnswer(
          await send(method, path.replace("{id}", encodeURIComponent(value)), text, "text/plain"),
        );
        server.faults.clear();
        server.journal.clear();
      }),
      { ...run, numRuns: 60 },
    );
  });

  test("any path", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
        async (path, method) => {
          await expectAnswer(await send(method, `/${path}`, undefined, "application/json"));
        },
      ),
      run,
    );
  });

  test("any authorization header", async () => {
    await fc.assert(
      fc.asyncProperty(headerText, async (authorization) => {
        const response = await fetch(`${server.url}/permissions/v1/permissions`, {
          headers: { authorization },
        });
        expect(response.status).toBe(401);
        await expectAnswer(response);
      }),
      run,
    );
  });

  test("any bytes on the connection", async () => {
    const { port } = new URL(server.url);
    const head = fc.constantFrom(
      "",
      "GET / HTTP/1.1\r\n",
      "POST /identity/v1/service_user_tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n",
      "POST /identity/v1/service_user_tokens HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
      "GET //%zz HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET http:// HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (start, bytes) => {
        const answer = await new Promise<string>((resolve) => {
          let text = "";
          const socket = connect(Number(port), "127.0.0.1", () => {
            socket.write(start);
            socket.end(bytes);
          });
          socket.on("data", (data) => {
            text += data;
          });
          socket.on("error", () => resolve(text));
          socket.on("close", () => resolve(text));
        });
        expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { ...run, numRuns: 150 },
    );
    expect(await admin.status()).toBe(200);
  });
});
