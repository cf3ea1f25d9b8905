import { tracingChannel } from "node:diagnostics_channel";
import {
  type CallTrace,
  type LogFields,
  type Logger,
  type RequestEvent,
  type ResponseEvent,
  TRACING_CHANNEL,
} from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";

/** A logger that keeps what it is given. */
function keepingLogger() {
  const lines: [string, string, LogFields][] = [];
  const keep = (level: string) => (message: string, fields: LogFields) =>
    void lines.push([level, message, fields]);
  const logger: Logger = {
    error: keep("error"),
    warn: keep("warn"),
    info: keep("info"),
    debug: keep("debug"),
  };
  return { lines, logger };
}

test("hooks see every attempt, with its outcome and the wait that follows", async () => {
  const requests: RequestEvent[] = [];
  const responses: ResponseEvent[] = [];
  const { client, server } = await startBench({
    hooks: {
      onRequest: (event) => void requests.push(event),
      onResponse: (event) => void responses.push(event),
    },
  });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 503, times: 1 });
  await client.users.whoAmI();
  const call = { operationId: "UsersService_WhoAmI", method: "GET", path: "/accounts/user/v1/user:WhoAmI" };
  expect(requests).toMatchObject([
    { ...call, attempt: 1 },
    { ...call, attempt: 2 },
  ]);
  expect(requests[0]?.requestId).toBe(requests[1]?.requestId);
  expect(responses).toMatchObject([
    { ...call, attempt: 1, status: 503, errorCode: "SERVER_ERROR", retryInMs: 125 },
    { ...call, attempt: 2, status: 200, errorCode: undefined, retryInMs: undefined },
  ]);
});

test("a failing hook or logger costs no response", async () => {
  const fail = () => {
    throw new Error("broken");
  };
  const logger = { error: fail, warn: fail, info: fail, debug: fail };
  const { client } = await startBench({
    hooks: { onRequest: fail, onResponse: fail },
    logger,
    logLevel: "debug",
  });
  expect((await client.serviceUserTokens.create({ name: "a" })).secret.reveal()).toMatch(/^scapi_/);
});

test("a failing hook is logged", async () => {
  const { lines, logger } = keepingLogger();
  const { client } = await startBench({
    logger,
    hooks: {
      onRequest: () => {
        throw new TypeError("scapi_canary");
      },
    },
  });
  await client.users.whoAmI();
  expect(lines).toEqual([["warn", "a hook threw", { error: "TypeError" }]]);
});

test("the log has retries at info, failures at warn, and requests at debug", async () => {
  const { lines, logger } = keepingLogger();
  const { client, server, connect } = await startBench({ logger });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 503, times: 1 });
  await client.users.whoAmI();
  await client.serviceUserTokens.get("00000000-0000-4000-8000-000000000000").catch(() => undefined);
  expect(lines.map(([level, message]) => [level, message])).toEqual([
    ["info", "attempt failed, trying again"],
    ["warn", "call failed"],
  ]);
  lines.length = 0;
  await connect({ logLevel: "debug" }).users.whoAmI();
  expect(lines.map(([level, message]) => [level, message])).toEqual([
    ["debug", "request"],
    ["debug", "response"],
  ]);
  lines.length = 0;
  await connect({ logLevel: "off" })
    .serviceUserTokens.get("00000000-0000-4000-8000-000000000000")
    .catch(() => undefined);
  await connect({ logLevel: "error" }).users.whoAmI();
  expect(lines).toEqual([]);
});

test("a tracing channel tells of each call, from start to end", async () => {
  const events: [string, string, number, number | undefined][] = [];
  const note = (name: string) => (message: unknown) => {
    const { operationId, attempts, status } = message as CallTrace;
    events.push([name, operationId, attempts, status]);
  };
  const channel = tracingChannel(TRACING_CHANNEL);
  const subscribers = {
    start: note("start"),
    end: note("end"),
    asyncStart: note("asyncStart"),
    asyncEnd: note("asyncEnd"),
    error: note("error"),
  };
  const { client, server } = await startBench();
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 500, times: 1 });
  channel.subscribe(subscribers);
  await client.users.whoAmI();
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 403, times: 1 });
  await client.users.whoAmI().catch(() => undefined);
  channel.unsubscribe(subscribers);
  await client.users.whoAmI();
  const id = "UsersService_WhoAmI";
  expect(events.filter(([name]) => name === "start" || name === "error" || name === "asyncEnd")).toEqual([
    ["start", id, 0, undefined],
    ["asyncEnd", id, 2, 200],
    ["start", id, 0, undefined],
    ["error", id, 1, 403],
    ["asyncEnd", id, 1, 403],
  ]);
});

test("the trace of a failed call carries its error", async () => {
  const errors: unknown[] = [];
  const channel = tracingChannel(TRACING_CHANNEL);
  const subscribers = {
    start: () => {},
    end: () => {},
    asyncStart: () => {},
    asyncEnd: () => {},
    error: (message: object) => void errors.push("error" in message ? message.error : undefined),
  };
  const { client } = await startBench();
  channel.subscribe(subscribers);
  await client.serviceUserTokens.get("00000000-0000-4000-8000-000000000000").catch(() => undefined);
  channel.unsubscribe(subscribers);
  expect(errors).toMatchObject([{ code: "NOT_FOUND" }]);
});
