import { tracingChannel } from "node:diagnostics_channel";
import { format, inspect } from "node:util";
import {
  type ClientOptions,
  InvalidArgumentError,
  type LogFields,
  SafetyCultureClient,
  SafetyCultureError,
  TRACING_CHANNEL,
} from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";
import { json, problem, sampleToken, startPlainServer } from "./support/plain-server.js";

const credential = `scapi_${"CANARY-own-credential-".repeat(3).slice(0, 48)}`;
const issued = `scapi_${"CANARY-issued-secret-".repeat(3).slice(0, 48)}`;

/** Everything that a value shows of itself, in every way that programs print values. */
function shown(value: unknown): string {
  const views = [
    inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null }),
    format("%s %o %O %j", value, value, value, value),
    JSON.stringify(value, null, 1),
    String(value),
    value instanceof Error ? `${value.stack} ${value.message} ${inspect(Object.entries(value))}` : "",
    value instanceof Error ? shown(value.cause) : "",
  ];
  return views.join("\n");
}

/** The lines in which a secret shows. */
function leaks(text: string): string[] {
  return text.split("\n").filter((line) => line.includes("CANARY") || /Bearer /i.test(line));
}

/** A client of which everything that it shows is kept. */
function watchedClient(baseUrl: string, options: ClientOptions = {}) {
  const surfaces: unknown[] = [];
  const keep = (...values: unknown[]) => void surfaces.push(...values);
  const keepLine = (message: string, fields: LogFields) => keep(message, fields);
  const channel = tracingChannel(TRACING_CHANNEL);
  const subscribers = { start: keep, end: keep, asyncStart: keep, asyncEnd: keep, error: keep };
  channel.subscribe(subscribers);
  const client = new SafetyCultureClient({
    apiToken: credential,
    baseUrl,
    maxRetries: 1,
    random: () => 0,
    logger: { error: keepLine, warn: keepLine, info: keepLine, debug: keepLine },
    logLevel: "debug",
    hooks: { onRequest: keep, onResponse: keep },
    ...options,
  });
  keep(client, client.serviceUserTokens, client.users, client.apiToken);
  const finish = async () => {
    channel.unsubscribe(subscribers);
    await client.close();
    return surfaces.map(shown).join("\n");
  };
  return { client, keep, finish };
}

test("nothing that a client shows of successful calls holds a secret", async () => {
  const { server } = await startBench(
    {},
    { seed: { organizations: [{ name: "Acme", api_token: credential }] } },
  );
  const { client, keep, finish } = watchedClient(server.url);
  const { token, secret } = await client.serviceUserTokens.create({ name: "a" });
  keep({ token, secret });
  const rotation = await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  keep(rotation);
  const temporary = await client.serviceUserTokens.createTemporary({ name: "b" });
  keep(temporary);
  keep(await client.userTokens.create({ name: "c" }), await client.users.whoAmI());
  keep(await client.serviceUserTokens.list().all(), client.withApiToken(secret));
  const text = await finish();
  for (const value of [credential, secret.reveal(), rotation.secret.reveal(), temporary.secret.reveal()]) {
    expect(text).not.toContain(value);
  }
  expect(text).toContain(token.id); // the surfaces were searched indeed
});

const secretAnswer = JSON.stringify({ service_user_token: sampleToken, secret: issued });
const echo = `the token ${credential} may not do this, nor ${issued}`;

const hostile: [string, Parameters<typeof startPlainServer>[0]][] = [
  [
    "an error that echoes the credential",
    (_request, response) => json(response, 403, problem(7, echo, echo, { [echo]: echo })),
  ],
  [
    "an error in another shape",
    (_request, response) => json(response, 401, { statusCode: 401, message: echo }),
  ],
  [
    "field violations that echo values",
    (_request, response) => {
      const field_violations = [{ field: echo, description: echo }];
      json(response, 400, { code: 3, message: echo, details: [{ "@type": "BadRequest", field_violations }] });
    },
  ],
  [
    "a request id that echoes the credential",
    (_request, response) => json(response, 400, {}, { "x-request-id": credential }),
  ],
  [
    "a redirect with the credential in it",
    (_request, response) => response.writeHead(302, { location: `https://x/?${credential}` }).end(),
  ],
  [
    "a response that is cut off behind the secret",
    (_request, response) => response.end(secretAnswer.slice(0, -1)),
  ],
  [
    "a response that breaks off behind the secret",
    (request, response) => {
      response.writeHead(200, { "content-length": 100_000 });
      response.write(secretAnswer, () => request.socket.destroy());
    },
  ],
  [
    "a response whose secret stands in the wrong place",
    (_request, response) =>
      json(response, 200, { service_user_token: { ...sampleToken, name: [issued] }, secret: [issued] }),
  ],
  [
    "a response with the secret as a key",
    (_request, response) => json(response, 200, { service_user_token: sampleToken, [issued]: 1 }),
  ],
  ["a response that is a secret and nothing else", (_request, response) => response.end(issued)],
  ["bytes that are not HTTP", (request) => request.socket.end(`${issued} ${credential}\r\n\r\n`)],
  ["a header that is not one", (request) => request.socket.end(`HTTP/1.1 200 OK\r\n${issued}\r\n\r\n`)],
  [
    "a server error with the request in it",
    (request, response) => json(response, 500, { headers: request.headers, message: echo }),
  ],
];

test.each(hostile)("%s gives no secret away", async (_what, response) => {
  const { url } = await startPlainServer(response);
  const { client, keep, finish } = watchedClient(url, { maxRetries: 0 });
  const calls = [
    () => client.serviceUserTokens.create({ name: "a" }),
    () => client.serviceUserTokens.regenerate(sampleToken.id),
    () => client.serviceUserTokens.get(sampleToken.id),
    () => client.serviceUserTokens.revoke(sampleToken.id),
    () => client.activityLog.list().all(),
  ];
  let failures = 0;
  for (const call of calls) {
    await call().catch((error: unknown) => {
      failures++;
      expect(SafetyCultureError.is(error)).toBe(true);
      keep(error);
    });
  }
  expect(failures).toBeGreaterThanOrEqual(3);
  expect(leaks(await finish())).toEqual([]);
});

test("no dead end of the network gives the credential away", async () => {
  const gone = await startPlainServer(() => {});
  gone.server.close();
  for (const baseUrl of [gone.url, "https://127.0.0.1:9", "https://0.0.0.0:9"]) {
    const { client, keep, finish } = watchedClient(baseUrl, { maxRetries: 0 });
    keep(await client.serviceUserTokens.create({ name: "a" }).catch((error: unknown) => error));
    expect(leaks(await finish())).toEqual([]);
  }
});

test("no refusal of an option gives its value away", () => {
  const bad: ClientOptions[] = [
    { apiToken: `${credential}\n` },
    { apiToken: credential, baseUrl: `http://user:${credential}@example.com` },
    { apiToken: credential, baseUrl: `https://example.com/?token=${credential}` },
    { apiToken: credential, baseUrl: `not a URL ${credential}` },
    { apiToken: credential, userAgent: `${credential}\n` },
    { apiToken: credential, extraCaCertificates: credential },
  ];
  for (const options of bad) {
    let error: unknown;
    try {
      new SafetyCultureClient(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(leaks(shown(error))).toEqual([]);
  }
});
