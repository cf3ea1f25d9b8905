import "../seed.js";
import type { ServerResponse } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { backoff } from "../../sdk/src/http/backoff.js";
import { retryAfter } from "../../sdk/src/http/retry-after.js";
import { RetryBudget } from "../../sdk/src/http/retry-budget.js";
import { startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a wait is anything from nothing to 250 ms doubled with each attempt, and at most 20 s", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), random, (attempt, jitter) => {
      const wait = backoff(attempt, undefined, jitter);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(20_000, 250 * 2 ** (attempt - 1)));
    }),
  );
});

test("jitter is full: the middle of the random numbers is the middle of the waits", () => {
  for (let attempt = 1; attempt < 12; attempt++) {
    expect(backoff(attempt, undefined, 0.5) * 2).toBe(Math.min(20_000, 250 * 2 ** (attempt - 1)));
  }
});

test("a wait is never shorter than the API asks", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), random, (attempt, asked, jitter) => {
      const wait = backoff(attempt, asked, jitter);
      expect(wait).toBeGreaterThanOrEqual(asked);
      expect(wait).toBeLessThanOrEqual(asked + 250);
    }),
  );
});

test("whatever stands in the headers, the wait is a number of milliseconds or none", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("-1", "1e9", "0", "Infinity", "NaN", "1.5", " 7 "),
    fc.date().map(String),
  );
  fc.assert(
    fc.property(fc.constantFrom(200, 429, 503), text, text, text, (status, after, reset, date) => {
      const wait = retryAfter(status, { "retry-after": after, "x-ratelimit-reset": reset, date });
      if (wait !== undefined) expect(Number.isFinite(wait) && wait >= 0).toBe(true);
      if (status === 200) expect(wait).toBeUndefined();
    }),
  );
});

test("a budget never gives more retries than it has, plus what successes give back", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(fc.boolean(), { maxLength: 200 }), (most, takes) => {
      const budget = new RetryBudget(most);
      let taken = 0;
      let successes = 0;
      for (const take of takes) {
        if (!take) {
          budget.refund(0);
          successes++;
        } else if (budget.take()) taken++;
      }
      expect(taken).toBeLessThanOrEqual(most + successes * 0.2 + 1e-9);
    }),
  );
});

interface Failure {
  readonly status: 408 | 429 | 500 | 503;
  readonly asked: number | undefined;
}

test("a call keeps to its retries, its deadline and the waits that the API asks for", async () => {
  let script: Failure[] = [];
  const arrivals: number[] = [];
  const { connect, clock } = await startBench();
  const { url } = await startPlainServer((_request, response: ServerResponse) => {
    arrivals.push(clock.monotonic());
    const failure = script[arrivals.length - 1];
    if (failure === undefined) return json(response, 200, { service_user_token: sampleToken });
    const headers = failure.asked === undefined ? {} : { "retry-after": failure.asked };
    json(response, failure.status, {}, headers);
  });
  const failures = fc.array(
    fc.record({
      status: fc.constantFrom(408 as const, 429 as const, 500 as const, 503 as const),
      asked: fc.option(fc.nat(400), { nil: undefined }),
    }),
    { maxLength: 8 },
  );
  const deadlineMs = 1_000_000;
  await fc.assert(
    fc.asyncProperty(failures, fc.nat(6), random, async (failing, maxRetries, jitter) => {
      script = failing;
      arrivals.length = 0;
      const client = connect({
        baseUrl: url,
        random: () => jitter,
        timeoutMs: deadlineMs,
        deadlineMs,
        pacing: false,
      });
      const started = clock.monotonic();
      const error: unknown = await client.serviceUserTokens
        .get(sampleToken.id, { maxRetries })
        .then(() => undefined)
        .catch((thrown: unknown) => thrown);
      expect(arrivals.length).toBeLessThanOrEqual(maxRetries + 1);
      expect(clock.monotonic() - started).toBeLessThan(deadlineMs);
      if (failing.length <= maxRetries && failing.every(({ asked = 0 }) => asked < 100))
        expect(error).toBeUndefined();
      if (error !== undefined) expect(error).toMatchObject({ status: failing[arrivals.length - 1]?.status });
      for (const [index, arrival] of arrivals.slice(1).entries()) {
        const { status, asked } = failing[index] ?? {};
        const wait = Math.round(arrival - (arrivals[index] ?? 0));
        const obeyed = (status === 429 || status === 503) && asked !== undefined;
        expect(wait).toBeGreaterThanOrEqual(obeyed ? asked * 1000 : 0);
        expect(wait).toBeLessThanOrEqual(obeyed ? asked * 1000 + 250 : status === 429 ? 62_250 : 20_000);
      }
    }),
    { numRuns: 60 },
  );
});
