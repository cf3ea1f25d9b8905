import "../seed.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Pacer } from "../../sdk/src/http/pacer.js";
import { startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";
import { SkippingClock } from "./support/skipping-clock.js";

function statuses(entries: readonly { readonly status: number | null }[]): (number | null)[] {
  return [...new Set(entries.map((entry) => entry.status))];
}

test("more calls at once than the API allows are spread, and none is refused", async () => {
  const { client, server, clock } = await startBench({}, { rateLimit: true });
  await Promise.all(Array.from({ length: 900 }, () => client.users.whoAmI()));
  expect(statuses(server.journal.entries())).toEqual([200]);
  expect(clock.monotonic()).toBeGreaterThanOrEqual(60_000);
});

test("writes have a limit of their own, and reads do not wait for them", async () => {
  const { client, server, clock } = await startBench({}, { rateLimit: true });
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  const writes = Array.from({ length: 210 }, (_, i) =>
    client.serviceUserTokens.update(token.id, { name: `${i}` }),
  );
  await client.users.whoAmI();
  expect(clock.monotonic()).toBeLessThan(60_000);
  await Promise.all(writes);
  expect(statuses(server.journal.entries())).toEqual([200]);
  expect(clock.monotonic()).toBeGreaterThanOrEqual(60_000);
});

test("a lower limit is learnt from the responses in time", async () => {
  let inWindow = 0;
  let refused = 0;
  const { connect, clock } = await startBench();
  let windowEnds = 60_000;
  const { url } = await startPlainServer((_request, response) => {
    if (clock.monotonic() >= windowEnds) {
      windowEnds = clock.monotonic() + 60_000;
      inWindow = 0;
    }
    const headers = {
      "x-ratelimit-limit": 50,
      "x-ratelimit-remaining": Math.max(0, 50 - ++inWindow),
      "x-ratelimit-reset": Math.ceil((windowEnds - clock.monotonic()) / 1000),
    };
    if (inWindow > 50) refused++;
    json(response, inWindow > 50 ? 429 : 200, { service_user_token: sampleToken }, headers);
  });
  const client = connect({ baseUrl: url });
  await Promise.all(Array.from({ length: 120 }, () => client.serviceUserTokens.get(sampleToken.id)));
  expect(refused).toBe(0);
});

test("a 429 holds back the other calls too, instead of a storm", async () => {
  let refusals = 0;
  const { connect, clock } = await startBench();
  const { url } = await startPlainServer((_request, response) => {
    if (clock.monotonic() >= 10_000) return json(response, 200, { service_user_token: sampleToken });
    refusals++;
    json(response, 429, {}, { "x-ratelimit-reset": 10 });
  });
  const client = connect({ baseUrl: url });
  await Promise.all(Array.from({ length: 100 }, () => client.serviceUserTokens.get(sampleToken.id)));
  // At most what was on the wire when the first refusal came.
  expect(refusals).toBeLessThanOrEqual(32);
});

test.each([
  ["a month", 2_592_000],
  ["a point in time", 1_893_456_000],
  ["a number without end", "9".repeat(400)],
])("a reset of %s fails at once, and holds the client back for no longer than a window", async (_what, reset) => {
  const { connect, clock } = await startBench();
  const { url, requests } = await startPlainServer((_request, response, count) => {
    const headers = { "x-ratelimit-remaining": 0, "x-ratelimit-reset": reset };
    json(response, count === 1 ? 429 : 200, { service_user_token: sampleToken }, headers);
  });
  const client = connect({ baseUrl: url, deadlineMs: 30_000, timeoutMs: 20_000 });
  const get = () => client.serviceUserTokens.get(sampleToken.id);
  await expect(get()).rejects.toMatchObject({ code: "RATE_LIMITED", attempts: 1 });
  await expect(get()).rejects.toMatchObject({ code: "RATE_LIMITED", attempts: 0, mayHaveHappened: false });
  expect(requests.length).toBe(1);
  clock.advance(62_000);
  expect((await get()).id).toBe(sampleToken.id);
});

test("a 429 that does not say how long is waited out for a window", async () => {
  const { connect, clock } = await startBench();
  const { url } = await startPlainServer((_request, response) => {
    json(response, clock.monotonic() < 60_000 ? 429 : 200, { service_user_token: sampleToken });
  });
  for (const maxRetries of [1, 4, 8]) {
    const client = connect({ baseUrl: url });
    expect((await client.serviceUserTokens.get(sampleToken.id, { maxRetries })).id).toBe(sampleToken.id);
  }
});

test("writes and reads that wait go in turn, so that many of one kind do not hold the other back", async () => {
  const { connect } = await startBench();
  const { url, requests } = await startPlainServer((_request, response) => {
    json(response, 200, { service_user_token: sampleToken });
  });
  const client = connect({ baseUrl: url });
  const reads = (count: number) =>
    Array.from({ length: count }, () => client.serviceUserTokens.get(sampleToken.id));
  const before = reads(100);
  const write = client.serviceUserTokens.update(sampleToken.id, { name: "b" });
  await Promise.all([...before, write, ...reads(300)]);
  const turn = requests.findIndex(({ method }) => method === "PATCH");
  expect(turn).toBeLessThanOrEqual(100);
});

test("pacing can be turned off, whatever limit the API announces", async () => {
  const { connect, clock } = await startBench();
  const { url, requests } = await startPlainServer((_request, response) => {
    json(response, 200, { service_user_token: sampleToken }, { "x-ratelimit-limit": 200 });
  });
  const client = connect({ baseUrl: url, pacing: false });
  await Promise.all(Array.from({ length: 1000 }, () => client.serviceUserTokens.get(sampleToken.id)));
  expect(requests.length).toBe(1000);
  expect(clock.monotonic()).toBe(0);
});

test("a call that is stopped while it waits for its turn gives the turn to the next", async () => {
  const { connect } = await startBench({ clock: undefined });
  const { url, requests } = await startPlainServer((_request, response) => {
    json(response, 200, { service_user_token: sampleToken });
  });
  const client = connect({ baseUrl: url, pacing: { calls: 1 }, deadlineMs: 200 });
  await client.serviceUserTokens.get(sampleToken.id, { deadlineMs: 600_000 });
  const controller = new AbortController();
  const stopped = client.serviceUserTokens.get(sampleToken.id, { signal: controller.signal });
  const late = client.serviceUserTokens.get(sampleToken.id);
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ code: "ABORTED", attempts: 0 });
  await expect(late).rejects.toMatchObject({
    code: "TIMEOUT",
    phase: "deadline",
    attempts: 0,
    mayHaveHappened: false,
  });
  expect(requests.length).toBe(1);
});

test("no 60 seconds hold more calls than the limit, whatever the order of calls and pauses", async () => {
  const kind = fc.constantFrom("read" as const, "write" as const);
  const step = fc.oneof(
    fc.record({ calls: fc.integer({ min: 1, max: 15 }), kind }),
    fc.record({ pause: fc.integer({ min: 1, max: 90_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const clock = new SkippingClock();
      const pacer = new Pacer(clock, { calls: 10, writes: 4 });
      const made: { at: number; kind: "read" | "write" }[] = [];
      const enter = (what: "read" | "write") =>
        new Promise<void>((resolve) => {
          const go = () => {
            made.push({ at: clock.monotonic(), kind: what });
            pacer.leave(what, { limit: undefined, pauseMs: undefined });
            resolve();
          };
          if (pacer.tryEnter(what)) go();
          else pacer.enqueue(what, () => queueMicrotask(go));
        });
      for (const next of steps) {
        if ("pause" in next) clock.advance(next.pause);
        else await Promise.all(Array.from({ length: next.calls }, () => enter(next.kind)));
      }
      for (const { at } of made) {
        const window = made.filter((call) => call.at >= at && call.at < at + 60_000);
        expect(window.length).toBeLessThanOrEqual(10);
        expect(window.filter((call) => call.kind === "write").length).toBeLessThanOrEqual(4);
      }
    }),
  );
});
