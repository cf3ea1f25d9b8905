import "../seed.js";
import type { Fault } from "@safetyculture-tokens/mock-server";
import {
  type IssuedToken,
  newCreatingKey,
  OutcomeUnknownError,
  parseTokenName,
  type Reconciliation,
  type SafetyCultureClient,
  type ServiceUserToken,
} from "@safetyculture-tokens/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bench, startBench } from "./support/mock.js";
import { Turns } from "./support/turns.js";

const service = "ServiceUserTokensService_";
type Call =
  | "CreateServiceUserToken"
  | "RegenerateServiceUserToken"
  | "RevokeServiceUserToken"
  | "ListServiceUserTokens";

/** What happens to the calls of one operation, one after the other. */
type Loss = "none" | "before_handling" | "after_commit";

/** How a worker makes its token: within one call, by hand, or with a crash and a journal. */
type Worker = "at once" | "by hand" | "crash";

const loss = fc.constantFrom<Loss>("none", "before_handling", "after_commit");
const scenario = fc.record({
  workers: fc.array(fc.constantFrom<Worker>("at once", "by hand", "crash"), { minLength: 1, maxLength: 4 }),
  creates: fc.array(loss, { maxLength: 6 }),
  regenerates: fc.array(loss, { maxLength: 3 }),
  revokes: fc.array(loss, { maxLength: 2 }),
  lists: fc.array(loss, { maxLength: 2 }),
  order: fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }),
});

function faultsOf(call: Call, losses: readonly Loss[]): Fault[] {
  return losses.flatMap((when, after): Fault[] =>
    when === "none" ? [] : [{ operation: `${service}${call}`, kind: "drop", when, after, times: 1 }],
  );
}

/** A create of a process that dies before it reads the response; its journal has the key. */
async function crash(bench: Bench, name: string): Promise<string> {
  const key = newCreatingKey();
  await fetch(`${bench.server.url}/identity/v1/service_user_tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${bench.server.apiToken}`, "content-type": "application/json" },
    body: JSON.stringify({ name: `${name} (creating ${key})` }),
  }).catch(() => undefined);
  return key;
}

/** Creates, and clears up step by step what is lost. */
async function createByHand(
  client: SafetyCultureClient,
  name: string,
): Promise<IssuedToken<ServiceUserToken>> {
  let lost: unknown;
  for (;;) {
    try {
      if (!(lost instanceof OutcomeUnknownError)) return await client.serviceUserTokens.create({ name });
      const result: Reconciliation<ServiceUserToken> = await lost.reconcile();
      if (result.outcome === "taken_over") return result;
      lost = undefined;
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) throw error;
      lost = error;
    }
  }
}

async function work(
  bench: Bench,
  client: SafetyCultureClient,
  worker: Worker,
  name: string,
): Promise<IssuedToken<ServiceUserToken>> {
  const tokens = client.serviceUserTokens;
  switch (worker) {
    case "by hand":
      return createByHand(client, name);
    case "at once":
      return tokens.create({ name }, { onUnknownOutcome: "reconcile" });
    case "crash": {
      const creating = await crash(bench, name);
      return tokens.create({ name }, { creating, onUnknownOutcome: "reconcile" });
    }
  }
}

test("whatever is lost and in whatever order, no token is orphaned and no secret is lost", async () => {
  const bench = await startBench({ maxRetries: 6 });
  const turns = new Turns();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ workers, creates, regenerates, revokes, lists, order }) => {
      const { server } = bench;
      const name = `run ${++run}`;
      server.clock.advance({ seconds: 10 });
      // A run that failed leaves tokens behind, which the smaller ones after it are not to meet.
      for (const token of server.tokens().service_user_tokens) {
        await bench.client.serviceUserTokens.revokeAndDelete(token.id);
      }
      turns.begin(order);
      server.faults.set([
        ...faultsOf("CreateServiceUserToken", creates),
        ...faultsOf("RegenerateServiceUserToken", regenerates),
        ...faultsOf("RevokeServiceUserToken", revokes),
        ...faultsOf("ListServiceUserTokens", lists),
      ]);
      const clients = workers.map(() => bench.connect({ dispatcher: turns.dispatcher() }));
      const running = Promise.all(
        clients.map((client, index) => work(bench, client, workers[index] ?? "at once", name)),
      );
      const issued = await running;
      server.faults.clear();
      // What a given-up attempt left behind is removed by the next create of the name.
      issued.push(await bench.client.serviceUserTokens.create({ name }));

      // No secret is lost: whatever was handed over works, and belongs to one worker alone.
      for (const { token, secret } of issued) {
        expect((await bench.client.withApiToken(secret).users.whoAmI()).user_id).toBe(token.service_user_id);
      }
      expect(new Set(issued.map(({ token }) => token.id)).size).toBe(issued.length);
      // No token is orphaned: whatever exists was handed over, under its name.
      const accounted = new Set(issued.map(({ token }) => token.id));
      const made = server
        .tokens()
        .service_user_tokens.filter((token) => parseTokenName(token.name).base === name);
      for (const token of made) {
        expect(accounted, `${token.id} (${token.status})`).toContain(token.id);
        expect(token.name).toBe(name);
        await bench.client.serviceUserTokens.revokeAndDelete(token.id);
      }
    }),
    { numRuns: 200 },
  );
});
