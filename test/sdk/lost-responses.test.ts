import type { Fault } from "@safetyculture-tokens/mock-server";
import { CallError, newCreatingKey, OutcomeUnknownError } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { type Bench, received, startBench } from "./support/mock.js";

const CREATE = "ServiceUserTokensService_CreateServiceUserToken";
const REGENERATE = "ServiceUserTokensService_RegenerateServiceUserToken";

const losses: [string, Record<string, unknown>][] = [
  ["dropped", { kind: "drop", when: "after_commit" }],
  ["reset", { kind: "reset", when: "after_commit" }],
  ["truncated", { kind: "truncated_body" }],
  ["replaced by a 500", { kind: "status", status: 500, when: "after_commit" }],
  ["replaced by a gateway's 504", { kind: "status", status: 504, raw_body: "<html>", when: "after_commit" }],
];

/** The error of a create whose response is lost. */
async function loseCreate({ client, server }: Bench, loss: Record<string, unknown>, name = "a") {
  server.faults.add({ times: 1, ...loss, operation: CREATE } as Fault);
  const error: unknown = await client.serviceUserTokens.create({ name }).catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError))
    throw new Error("the outcome should be unknown", { cause: error });
  return error;
}

test.each(
  losses,
)("a create whose response was %s is sent once, and its token is taken over", async (_what, loss) => {
  const bench = await startBench();
  const error = await loseCreate(bench, loss);
  expect(error).toMatchObject({ code: "OUTCOME_UNKNOWN", attempts: 1, mayHaveHappened: true });
  expect(error.cause).toBeInstanceOf(CallError);
  expect(received(bench.server, "CreateServiceUserToken")).toBe(1);

  const result = await error.reconcile();
  if (result.outcome !== "taken_over") throw new Error("there is a token to take over");
  expect(await bench.client.withApiToken(result.secret).users.whoAmI()).toMatchObject({ firstname: "a" });
  expect(bench.server.tokens().service_user_tokens.map((token) => token.status)).toEqual([
    "SERVICE_USER_TOKEN_STATUS_ACTIVE",
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ["dropped", { kind: "drop" }],
  ["reset", { kind: "reset" }],
  ["responded with a 503", { kind: "status", status: 503 }],
])("a create that was %s before it was handled may be sent again", async (_what, loss) => {
  const bench = await startBench();
  const error = await loseCreate(bench, loss);
  expect(await error.reconcile()).toEqual({ outcome: "not_found" });
  await bench.client.serviceUserTokens.create({ name: "a" });
  expect(bench.server.tokens().service_user_tokens).toHaveLength(1);
});

test.each(losses)("a regenerate whose response was %s is finished", async (_what, loss) => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  server.faults.add({ times: 1, ...loss, operation: REGENERATE } as Fault);
  const error: unknown = await client.serviceUserTokens
    .regenerate(token.id)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError))
    throw new Error("the outcome should be unknown", { cause: error });
  const result = await error.reconcile();
  if (result.outcome !== "taken_over") throw new Error("there is a secret to replace");
  expect(await client.withApiToken(result.secret).users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("a regenerate that was lost before it was handled may be sent again", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  server.faults.add({ operation: REGENERATE, kind: "drop", times: 1 });
  const error: unknown = await client.serviceUserTokens
    .regenerate(token.id)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError))
    throw new Error("the outcome should be unknown", { cause: error });
  expect(await error.reconcile()).toEqual({ outcome: "not_found" });
});

test("a person's token whose response was lost is replaced, as it cannot be regenerated", async () => {
  const { client, server } = await startBench();
  server.faults.add({
    operation: "UserTokensService_CreateUserToken",
    kind: "drop",
    when: "after_commit",
    times: 1,
  });
  const { token, secret } = await client.userTokens.create({ name: "a" }, { onUnknownOutcome: "reconcile" });
  expect(server.tokens().user_tokens.map((item) => item.id)).toEqual([token.id]);
  expect((await client.withApiToken(secret).users.whoAmI()).user_id).toBe(token.user_id);
});

test("onUnknownOutcome: reconcile finishes the job within the call, whichever way the response was lost", async () => {
  const { client, server } = await startBench();
  for (const when of ["before_handling", "after_commit"] as const) {
    server.faults.set([
      { operation: CREATE, kind: "drop", when, times: 2 },
      { operation: REGENERATE, kind: "drop", when, times: 1 },
    ]);
    const { token, secret } = await client.serviceUserTokens.create(
      { name: when },
      { onUnknownOutcome: "reconcile" },
    );
    expect((await client.withApiToken(secret).users.whoAmI()).user_id).toBe(token.service_user_id);
  }
  expect(server.tokens().service_user_tokens.map((token) => token.name)).toEqual([
    "before_handling",
    "after_commit",
  ]);
});

test("a response that is lost again while a token is taken over is cleared up by the same reconcile", async () => {
  const bench = await startBench();
  const error = await loseCreate(bench, { kind: "drop", when: "after_commit" });
  bench.server.faults.add({ operation: REGENERATE, kind: "reset", when: "after_commit", times: 2 });
  expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
});

test("a reconcile that fails half way can be called again", async () => {
  const bench = await startBench();
  const error = await loseCreate(bench, { kind: "drop", when: "after_commit" });
  bench.server.faults.add({ operation: REGENERATE, kind: "status", status: 403, times: 1 });
  await expect(error.reconcile()).rejects.toMatchObject({
    code: "OUTCOME_UNKNOWN",
    mayHaveHappened: true,
    cause: { code: "FORBIDDEN" },
  });
  expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
});

test("two lost creates of one name are told apart by their keys", async () => {
  const bench = await startBench();
  const drop = { kind: "drop", when: "after_commit" };
  const lost = [await loseCreate(bench, drop)];
  // The create of this process that may still be reconciled is not taken for a leftover.
  bench.server.faults.add({ times: 1, ...drop, operation: CREATE } as Fault);
  const second: unknown = await bench.client.serviceUserTokens
    .create({ name: "a" }, { leftovers: "leave" })
    .catch((thrown: unknown) => thrown);
  if (!(second instanceof OutcomeUnknownError)) throw new Error("unknown", { cause: second });
  lost.push(second);
  const results = await Promise.all(lost.map((error) => error.reconcile()));
  const ids = new Set<string>();
  for (const result of results) {
    if (result.outcome !== "taken_over") throw new Error("there is a token to take over");
    ids.add(result.token.id);
    const caller = await bench.client.withApiToken(result.secret).users.whoAmI();
    expect(caller.user_id).toBe(result.token.service_user_id);
  }
  expect(ids.size).toBe(2);
  expect(bench.server.tokens().service_user_tokens.map(({ name }) => name)).toEqual(["a", "a"]);
});

test("no other token of the name is taken over, used or unused", async () => {
  const bench = await startBench();
  const { client, connect } = bench;
  await client.serviceUserTokens.create({ name: "a" });
  const error = await loseCreate(bench, { kind: "drop" });
  const other = connect();
  const { secret } = await other.serviceUserTokens.create({ name: "a" });
  await client.withApiToken(secret).users.whoAmI();
  const unused = await other.serviceUserTokens.create({ name: "a" });
  expect(await error.reconcile()).toEqual({ outcome: "not_found" });
  expect((await client.withApiToken(unused.secret).users.whoAmI()).firstname).toBe("a");
});

test("a create of the same name that is under way is none of a reconcile's business", async () => {
  const bench = await startBench();
  const { client, server, connect } = bench;
  const error = await loseCreate(bench, { kind: "drop" });
  server.faults.add({ operation: CREATE, kind: "delay", milliseconds: 60, when: "after_commit", times: 1 });
  const [other, result] = await Promise.all([
    connect().serviceUserTokens.create({ name: "a" }),
    error.reconcile(),
  ]);
  expect(result).toEqual({ outcome: "not_found" });
  expect((await client.withApiToken(other.secret).users.whoAmI()).user_id).toBe(other.token.service_user_id);
});

test("what a lost create made and nobody reconciled is removed by the next create of the name", async () => {
  const bench = await startBench();
  await loseCreate(bench, { kind: "drop", when: "after_commit" });
  const { token } = await bench.client.serviceUserTokens.create({ name: "a" });
  expect(bench.server.tokens().service_user_tokens.map(({ id }) => id)).toEqual([token.id]);
});

test("a wrong local clock does no harm, not even before the first response", async () => {
  for (const year of [1990, 2050]) {
    const bench = await startBench();
    bench.clock.now = () => Date.UTC(year, 0);
    const error = await loseCreate(bench, { kind: "drop", when: "after_commit" });
    expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
  }
});

test("a create that the API carries out late is found by the second look", async () => {
  const bench = await startBench({ clock: undefined, timeoutMs: 40, deadlineMs: 20_000 });
  bench.server.faults.add({ operation: CREATE, kind: "delay", milliseconds: 150, times: 1 });
  const error: unknown = await bench.client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError))
    throw new Error("the outcome should be unknown", { cause: error });
  expect(await error.reconcile({ recheckAfterMs: 300, timeoutMs: 5000 })).toMatchObject({
    outcome: "taken_over",
  });
});

test("the key that a journal kept is enough to clear up a create in another process", async () => {
  const bench = await startBench();
  const creating = newCreatingKey();
  bench.server.faults.add({ operation: CREATE, kind: "drop", when: "after_commit", times: 1 });
  await bench.client.serviceUserTokens.create({ name: "a" }, { creating }).catch(() => undefined);
  const result = await bench.connect().serviceUserTokens.reconcile({ name: "a", creating });
  if (result.outcome !== "taken_over") throw new Error("there is a token to take over");
  expect(bench.server.tokens().service_user_tokens).toMatchObject([{ id: result.token.id, name: "a" }]);
});

test("a regenerate that somebody else made and uses is not taken over", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  server.faults.add({ operation: REGENERATE, kind: "drop", times: 1 });
  const error: unknown = await client.serviceUserTokens
    .regenerate(token.id)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError))
    throw new Error("the outcome should be unknown", { cause: error });
  const { secret } = await client.serviceUserTokens.regenerate(token.id);
  expect(await error.reconcile()).toEqual({ outcome: "not_found" });
  await client.withApiToken(secret).users.whoAmI();
  expect(await client.withApiToken(secret).users.whoAmI()).toMatchObject({ firstname: "a" });
});
