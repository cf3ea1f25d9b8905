import type { ServiceUserTokens, Step } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { type Bench, received, startBench } from "./support/mock.js";

const CREATE = "ServiceUserTokensService_CreateServiceUserToken";
const REGENERATE = "ServiceUserTokensService_RegenerateServiceUserToken";
const UPDATE = "ServiceUserTokensService_UpdateServiceUserToken";

function names({ server }: Bench): string[] {
  return server.tokens().service_user_tokens.map((token) => token.name);
}

test("a rotation in place keeps the token and changes the secret", async () => {
  const { client } = await startBench();
  const { token, secret: old } = await client.serviceUserTokens.create({ name: "a" });
  const rotation = await client.serviceUserTokens.rotate(token.id, { strategy: "in_place" });
  expect(rotation).toMatchObject({ token: { id: token.id, name: "a" }, previous: null });
  await expect(client.withApiToken(old).users.whoAmI()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  expect(await client.withApiToken(rotation.secret).users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("an overlapping rotation makes a second token like the first, and both work", async () => {
  const bench = await startBench();
  const { client } = bench;
  const { token: outgoing, secret: old } = await client.serviceUserTokens.create({
    name: "power-bi",
    inactivity_expiry_days: 60,
    permissions: ["inspections.view"],
  });
  const { token, secret, previous } = await client.serviceUserTokens.rotate(outgoing.id, {
    strategy: "overlap",
    graceHours: 48,
  });
  expect(token).toMatchObject({
    name: "power-bi",
    inactivity_expiry_days: 60,
    permissions: ["inspections.view"],
  });
  expect(previous).toEqual({
    id: outgoing.id,
    name: `power-bi (retires 2026-01-03T00:00:00Z, replaced by ${token.id.slice(0, 8)})`,
    retireAfter: "2026-01-03T00:00:00Z",
  });
  expect((await client.withApiToken(old).users.whoAmI()).user_id).toBe(outgoing.service_user_id);
  expect((await client.withApiToken(secret).users.whoAmI()).user_id).toBe(token.service_user_id);
});

test("outgoing tokens are retired by name when their time has come by the API's clock", async () => {
  const bench = await startBench();
  const { client, server } = bench;
  const { token } = await client.serviceUserTokens.create({ name: "power-bi" });
  const { previous } = await client.serviceUserTokens.rotate(token.id, {
    strategy: "overlap",
    graceHours: 24,
  });
  expect(await client.serviceUserTokens.retirePrevious("power-bi")).toEqual({
    retired: [],
    waiting: [previous],
  });
  server.clock.advance({ hours: 24 });
  expect(await client.serviceUserTokens.retirePrevious("power-bi")).toEqual({
    retired: [token.id],
    waiting: [],
  });
  expect(names(bench)).toEqual(["power-bi"]);
  expect(await client.serviceUserTokens.retirePrevious("power-bi")).toEqual({ retired: [], waiting: [] });
});

test("an outgoing token is retired by what rotate responded, and is content when it is gone", async () => {
  const bench = await startBench();
  const { client, server } = bench;
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  const { previous } = await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  if (previous === null) throw new Error("there is an outgoing token");
  expect((await client.serviceUserTokens.retirePrevious(previous)).waiting).toHaveLength(1);
  server.clock.advance({ hours: 24 });
  expect((await client.serviceUserTokens.retirePrevious(previous)).retired).toEqual([token.id]);
  expect((await client.serviceUserTokens.retirePrevious(previous)).retired).toEqual([token.id]);
  expect(names(bench)).toEqual(["a"]);
});

test("the last token that works is not retired", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  const { token: successor } = await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  await client.serviceUserTokens.revokeAndDelete(successor.id);
  server.clock.advance({ days: 2 });
  expect(await client.serviceUserTokens.retirePrevious("a")).toMatchObject({
    retired: [],
    waiting: [{ id: token.id }],
  });
});

test("a token that does not work is rotated in place", async () => {
  const bench = await startBench();
  const { token } = await bench.client.serviceUserTokens.create({ name: "a" });
  await bench.client.serviceUserTokens.revoke(token.id);
  const rotation = await bench.client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  expect(rotation).toMatchObject({ token: { id: token.id }, previous: null });
});

test("without room for a second token an overlapping rotation changes nothing, or goes in place when told so", async () => {
  const bench = await startBench();
  const { client } = bench;
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  for (let i = 1; i < 20; i++) await client.serviceUserTokens.create({ name: `t${i}` });
  const overlap = { strategy: "overlap" } as const;
  await expect(client.serviceUserTokens.rotate(token.id, overlap)).rejects.toMatchObject({
    code: "TOKEN_LIMIT_REACHED",
  });
  expect(names(bench)).toContain("a");
  const rotation = await client.serviceUserTokens.rotate(token.id, { ...overlap, whenFull: "in_place" });
  expect(rotation).toMatchObject({ token: { id: token.id }, previous: null });
});

test("an overlapping rotation works where names are unique", async () => {
  const bench = await startBench({}, { assumptions: { uniqueNames: true } });
  const { token } = await bench.client.serviceUserTokens.create({ name: "a" });
  const rotation = await bench.client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  const successor = rotation.token.id.slice(0, 8);
  expect(names(bench)).toEqual([`a (retires 2026-01-02T00:00:00Z, replaced by ${successor})`, "a"]);
});

test("long names are shortened for the outgoing token only", async () => {
  const bench = await startBench();
  const name = "😀".repeat(130);
  const { token } = await bench.client.serviceUserTokens.create({ name });
  const rotation = await bench.client.serviceUserTokens.rotate(token.id, {
    strategy: "overlap",
    graceHours: 0,
  });
  expect(rotation.token.name).toBe(name);
  expect([...(rotation.previous?.name ?? "")]).toHaveLength(130);
  expect((await bench.client.serviceUserTokens.retirePrevious(name)).retired).toEqual([token.id]);
});

test("verification can be left out, and a secret that fails it is not lost", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  const before = received(server, "WhoAmI");
  await client.serviceUserTokens.rotate(token.id, { strategy: "overlap", verify: false });
  expect(received(server, "WhoAmI")).toBe(before);
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 403, after: 1 });
  const { token: second } = await client.serviceUserTokens.create({ name: "b" });
  const error: unknown = await client.serviceUserTokens
    .rotate(second.id, { strategy: "in_place" })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "WORKFLOW_INCOMPLETE", step: "verify", token: { id: second.id } });
  server.faults.clear();
  const secret = error instanceof Error && "secret" in error ? error.secret : undefined;
  expect(await client.withApiToken(secret as string).users.whoAmI()).toMatchObject({ firstname: "b" });
});

test("a new secret that is not known everywhere at once is tried again", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "status", status: 401, times: 2 });
  await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
});

type Rotate = (tokens: ServiceUserTokens, id: string, onStep?: (step: Step) => void) => Promise<unknown>;

const rotations: [string, Rotate][] = [
  ["in place", (tokens, id, onStep) => tokens.rotate(id, { strategy: "in_place", onStep })],
  ["overlapping", (tokens, id, onStep) => tokens.rotate(id, { strategy: "overlap", onStep })],
];

test.each(
  rotations,
)("a rotation %s that was interrupted before any of its writes is finished by the next", async (kind, rotate) => {
  for (let stopAt = 1; stopAt <= 2; stopAt++) {
    const bench = await startBench();
    const tokens = bench.client.serviceUserTokens;
    const { token } = await tokens.create({ name: "a" });
    let steps = 0;
    const stop = () => {
      if (++steps === stopAt) throw new Error("killed");
    };
    await expect(rotate(tokens, token.id, stop)).rejects.toThrow("killed");
    expect(await rotate(tokens, token.id)).toMatchObject({ token: { name: "a" } });
    expect(names(bench)).toHaveLength(kind === "in place" ? 1 : 2);
  }
});

test("an overlapping rotation that died after its create is finished, and its orphan taken over", async () => {
  const bench = await startBench({ maxRetries: 0 });
  const { client, server } = bench;
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  // The process dies when the response should come: neither reconcile nor rename follows.
  server.faults.set([
    { operation: CREATE, kind: "drop", when: "after_commit", times: 1 },
    { operation: "ServiceUserTokensService_ListServiceUserTokens", kind: "drop", after: 1 },
  ]);
  await expect(client.serviceUserTokens.rotate(token.id, { strategy: "overlap" })).rejects.toMatchObject({
    mayHaveHappened: true,
  });
  server.faults.clear();
  const unfinished = new RegExp(`^a \\(replaces ${token.id.slice(0, 8)}, creating [0-9A-Z]{10}\\)$`);
  expect(names(bench)).toEqual(["a", expect.stringMatching(unfinished)]);
  const { secret, previous } = await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  expect(previous?.id).toBe(token.id);
  expect(await client.withApiToken(secret).users.whoAmI()).toMatchObject({ firstname: "a" });
  expect(names(bench)).toHaveLength(2);
});

test("a rotation whose successor is in use already is not guessed at", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.rotate(token.id, { strategy: "overlap" });
  await expect(client.serviceUserTokens.rotate(token.id, { strategy: "overlap" })).rejects.toMatchObject({
    code: "AMBIGUOUS_TOKENS",
  });
});

test.each(rotations)("a rotation %s survives a lost response of each of its calls", async (_kind, rotate) => {
  for (const operation of [
    CREATE,
    REGENERATE,
    UPDATE,
    "ServiceUserTokensService_RevokeServiceUserToken",
  ] as const) {
    const bench = await startBench();
    const { token } = await bench.client.serviceUserTokens.create({ name: "a" });
    bench.server.faults.set([{ operation, kind: "reset", when: "after_commit", times: 1 }]);
    const rotation = await rotate(bench.client.serviceUserTokens, token.id);
    expect(rotation, operation).toMatchObject({ token: { name: "a" } });
    const secret = (rotation as { secret: string }).secret;
    expect(await bench.client.withApiToken(secret).users.whoAmI()).toMatchObject({ firstname: "a" });
  }
});
