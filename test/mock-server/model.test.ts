import { startMockServer } from "@safetyculture-tokens/mock-server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Replay } from "./model/replay.js";
import { steps } from "./model/steps.js";
import { Api } from "./support/api.js";
import { start } from "./support/server.js";

test("any sequence of operations of three organizations is answered as a small model of the rules says", async () => {
  await using server = await startMockServer({
    seed: { random_seed: 1, organizations: [{}, {}, {}] },
    clock: { now: start, frozen: true },
  });
  const { permissions } = await new Api(server.url, server.apiToken).whoAmI();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      server.reset();
      const replay = new Replay(server, permissions);
      for (const step of sequence) {
        const { expected, actual } = await replay.take(step);
        expect(actual).toEqual(expected);
      }
    }),
    { numRuns: 100, seed: 20260101, interruptAfterTimeLimit: 25_000 },
  );
});
