import type { Fault } from "@safetyculture-tokens/mock-server";
import { AmbiguousTokensError, CallError, OutcomeUnknownError } from "@safetyculture-tokens/sdk";
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
  expect(await error.reconcile()).toEqual({ outcome: "not_carried_out" });
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
  expect(await error.reconcile()).toEqual({ outcome: "not_carried_out" });
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
  await expect(error.reconcile()).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
});

test("two tokens that fit are an error that lists them, and both are left alone", async () => {
  const bench = await startBench();
  const [first, second] = [
    await loseCreate(bench, { kind: "drop", when: "after_commit" }),
    await loseCreate(bench, { kind: "drop", when: "after_commit" }),
  ];
  const before = bench.server.tokens().service_user_tokens;
  const ambiguous: unknown = await first.reconcile().catch((thrown: unknown) => thrown);
  expect(ambiguous).toBeInstanceOf(AmbiguousTokensError);
  expect(ambiguous).toMatchObject({ tokens: before.map(({ id }) => ({ id, name: "a" })) });
  expect(bench.server.tokens().service_user_tokens).toEqual(before);
  expect(second.code).toBe("OUTCOME_UNKNOWN");
});

test("a token that is older, in use, of another name, or known to this process is not taken over", async () => {
  const bench = await startBench();
  const { client, server, connect } = bench;
  await client.serviceUserTokens.create({ name: "a" });
  server.clock.advance({ seconds: 60 });
  await client.users.whoAmI();
  const error = await loseCreate(bench, { kind: "drop" });
  const other = connect();
  await other.serviceUserTokens.create({ name: "b" });
  const { secret } = await other.serviceUserTokens.create({ name: "a" });
  await client.withApiToken(secret).users.whoAmI();
  const known = await other.serviceUserTokens.create({ name: "a" });
  expect(await error.reconcile()).toEqual({ outcome: "not_carried_out" });
  expect((await client.withApiToken(known.secret).users.whoAmI()).firstname).toBe("a");
});

test("creates of the same name that are under way are waited for", async () => {
  const bench = await startBench();
  const { client, server, connect } = bench;
  const error = await loseCreate(bench, { kind: "drop" });
  server.faults.add({ operation: CREATE, kind: "delay", milliseconds: 60, when: "after_commit", times: 1 });
  const [other, result] = await Promise.all([
    connect().serviceUserTokens.create({ name: "a" }),
    error.reconcile(),
  ]);
  expect(result).toEqual({ outcome: "not_carried_out" });
  expect((await client.withApiToken(other.secret).users.whoAmI()).user_id).toBe(other.token.service_user_id);
});

test("of two reconciles at once only one takes the token over", async () => {
  const bench = await startBench();
  const lost = await loseCreate(bench, { kind: "drop", when: "after_commit" });
  const never = await loseCreate(bench, { kind: "drop" });
  const results = await Promise.all([lost.reconcile(), never.reconcile()]);
  expect(results.map((result) => result.outcome).sort()).toEqual(["not_carried_out", "taken_over"]);
  const [secret] = results.flatMap((result) => (result.outcome === "taken_over" ? [result.secret] : []));
  expect(await bench.client.withApiToken(secret ?? "").users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("a wrong local clock does no harm, not even before the first response", async () => {
  for (const year of [1990, 2050]) {
    const bench = await startBench();
    bench.clock.now = () => Date.UTC(year, 0);
    const error = await loseCreate(bench, { kind: "drop", when: "after_commit" });
    expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
  }
});

test("a list that lags behind does not hide the token, as the activity log tells of it", async () => {
  const bench = await startBench();
  bench.server.faults.add({
    operation: "ServiceUserTokensService_ListServiceUserTokens",
    kind: "stale_list",
  });
  const error = await loseCreate(bench, { kind: "drop", when: "after_commit" });
  expect(await error.reconcile()).toMatchObject({ outcome: "taken_over" });
  expect(bench.server.tokens().service_user_tokens).toHaveLength(1);
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

test("a journal's note is enough to clear up a create in another process", async () => {
  const bench = await startBench();
  await bench.client.users.whoAmI();
  const since = bench.client.now();
  const raw = await fetch(`${bench.server.url}/identity/v1/service_user_tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${bench.server.apiToken}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "a" }),
  });
  const orphan: unknown = await raw.json();
  const result = await bench.client.serviceUserTokens.reconcile({ name: "a", since });
  expect(result).toMatchObject({ outcome: "taken_over" });
  expect(orphan).toMatchObject({
    service_user_token: { id: bench.server.tokens().service_user_tokens[0]?.id },
  });
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
  expect(await error.reconcile()).toEqual({ outcome: "not_carried_out" });
  await client.withApiToken(secret).users.whoAmI();
  expect(await client.withApiToken(secret).users.whoAmI()).toMatchObject({ firstname: "a" });
});
