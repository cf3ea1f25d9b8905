import { OwnCredentialError, type Step, TemporaryToken } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { type Bench, received, startBench } from "./support/mock.js";

const CREATE = "ServiceUserTokensService_CreateServiceUserToken";
const REGENERATE = "ServiceUserTokensService_RegenerateServiceUserToken";
const UPDATE = "ServiceUserTokensService_UpdateServiceUserToken";

/** Name and status of every token. */
function world({ server }: Bench): Record<string, string> {
  const prefix = "SERVICE_USER_TOKEN_STATUS_";
  return Object.fromEntries(
    server.tokens().service_user_tokens.map(({ name, status }) => [name, status.replace(prefix, "")]),
  );
}

test("pause stops a token, and once more does nothing", async () => {
  const bench = await startBench();
  const { token, secret } = await bench.client.serviceUserTokens.create({ name: "a" });
  expect((await bench.client.serviceUserTokens.pause(token.id)).revoked_at).not.toBeNull();
  await bench.client.serviceUserTokens.pause(token.id);
  expect(received(bench.server, "RevokeServiceUserToken")).toBe(1);
  await expect(bench.client.withApiToken(secret).users.whoAmI()).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
});

test("resume makes a paused token work again with a new secret, and leaves an active one alone", async () => {
  const { client } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  expect(await client.serviceUserTokens.resume(token.id)).toEqual({ token, secret: null });
  await client.serviceUserTokens.pause(token.id);
  const { secret } = await client.serviceUserTokens.resume(token.id);
  expect(await client.withApiToken(secret ?? "").users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("resume brings back a token that expired", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  server.clock.advance({ days: 46 });
  expect((await client.serviceUserTokens.get(token.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_EXPIRED");
  const { secret } = await client.serviceUserTokens.resume(token.id);
  expect(await client.withApiToken(secret ?? "").users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("resume and pause survive lost responses", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  server.faults.set([
    {
      operation: "ServiceUserTokensService_RevokeServiceUserToken",
      kind: "drop",
      when: "after_commit",
      times: 1,
    },
    { operation: REGENERATE, kind: "reset", when: "after_commit", times: 1 },
  ]);
  await client.serviceUserTokens.pause(token.id);
  const { secret } = await client.serviceUserTokens.resume(token.id);
  expect(await client.withApiToken(secret ?? "").users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("revokeAndDelete removes a token from any state, and is content when it is gone", async () => {
  const bench = await startBench();
  const { client, server } = bench;
  const ids: string[] = [];
  for (const name of ["active", "revoked", "expired"]) {
    ids.push((await client.serviceUserTokens.create({ name, inactivity_expiry_days: 31 })).token.id);
  }
  await client.serviceUserTokens.revoke(ids[1] ?? "");
  server.clock.advance({ days: 32 });
  for (const id of [...ids, ...ids]) await client.serviceUserTokens.revokeAndDelete(id);
  expect(world(bench)).toEqual({});
});

test("quota counts active tokens", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.create({ name: "b" });
  await client.serviceUserTokens.revoke(token.id);
  const before = received(server, "ListServiceUserTokens");
  expect(await client.serviceUserTokens.quota()).toEqual({ active: 1, limit: 20, available: 19 });
  expect(received(server, "ListServiceUserTokens") - before).toBe(1);
});

test("no workflow stops the token that the client itself uses", async () => {
  const bench = await startBench();
  const { token, secret } = await bench.client.serviceUserTokens.create({
    name: "own",
    permissions: ["platform_management.organization"],
  });
  const own = bench.client.withApiToken(secret).serviceUserTokens;
  await expect(own.pause(token.id)).rejects.toBeInstanceOf(OwnCredentialError);
  await expect(own.revokeAndDelete(token.id)).rejects.toMatchObject({
    code: "OWN_CREDENTIAL",
    tokenId: token.id,
  });
  await expect(own.rotate(token.id, { strategy: "in_place" })).rejects.toThrow(/strategy overlap/);
  const previous = { id: token.id, name: "own", retireAfter: "2000-01-01T00:00:00Z" };
  expect((await own.retirePrevious(previous)).retired).toEqual([]);
  expect(world(bench)).toEqual({ own: "ACTIVE" });
});

test("a temporary token lives as long as its block", async () => {
  const bench = await startBench();
  {
    await using temporary = await bench.client.serviceUserTokens.createTemporary({ name: "nightly" });
    expect(temporary).toBeInstanceOf(TemporaryToken);
    await bench.client.withApiToken(temporary.secret).users.whoAmI();
    expect(world(bench)).toEqual({ nightly: "ACTIVE" });
  }
  expect(world(bench)).toEqual({});
});

test("a temporary token is gone when its block throws, and the block's error is kept", async () => {
  const bench = await startBench();
  const block = async () => {
    await using _temporary = await bench.client.serviceUserTokens.createTemporary({ name: "nightly" });
    throw new Error("the block failed");
  };
  await expect(block()).rejects.toThrow("the block failed");
  expect(world(bench)).toEqual({});
});

test("a temporary token is gone when its block was stopped by the signal that made it", async () => {
  const bench = await startBench();
  const controller = new AbortController();
  const block = async () => {
    await using _temporary = await bench.client.serviceUserTokens.createTemporary(
      { name: "nightly" },
      { signal: controller.signal },
    );
    controller.abort();
    controller.signal.throwIfAborted();
  };
  await expect(block()).rejects.toMatchObject({ name: "AbortError" });
  expect(world(bench)).toEqual({});
});

test("an error of the clean-up is not lost behind that of the block", async () => {
  const bench = await startBench({ maxRetries: 0 });
  const block = async () => {
    await using _temporary = await bench.client.serviceUserTokens.createTemporary({ name: "nightly" });
    bench.server.faults.add({
      operation: "ServiceUserTokensService_RevokeServiceUserToken",
      kind: "status",
      status: 503,
    });
    throw new Error("the block failed");
  };
  const error: unknown = await block().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "SuppressedError", suppressed: { message: "the block failed" } });
  expect(error).toMatchObject({ error: { code: "SERVER_ERROR" } });
});

test("disposing of a temporary token twice is one removal, and a failed one can be tried again", async () => {
  const bench = await startBench({ maxRetries: 0 });
  const temporary = await bench.client.serviceUserTokens.createTemporary({ name: "nightly" });
  bench.server.faults.add({
    operation: "ServiceUserTokensService_DeleteServiceUserToken",
    kind: "status",
    status: 500,
    times: 1,
  });
  await expect(temporary.dispose()).rejects.toMatchObject({ code: "SERVER_ERROR" });
  await Promise.all([temporary.dispose(), temporary.dispose()]);
  expect(world(bench)).toEqual({});
});

test("no temporary token is left behind by a lost response", async () => {
  const bench = await startBench();
  for (const when of ["before_handling", "after_commit"] as const) {
    bench.server.faults.set([{ operation: CREATE, kind: "drop", when, times: 1 }]);
    await using _temporary = await bench.client.serviceUserTokens.createTemporary({ name: "nightly" });
    expect(Object.keys(world(bench))).toHaveLength(1);
  }
  expect(world(bench)).toEqual({});
});

test("ensure makes a token, and run again leaves it as it is", async () => {
  const { client, server } = await startBench();
  const wanted = { name: "a", inactivity_expiry_days: 60 as const, permissions: ["inspections.view"] };
  const first = await client.serviceUserTokens.ensure(wanted);
  expect(first).toMatchObject({ action: "created", token: wanted });
  expect(first.secret).not.toBeNull();
  expect(await client.serviceUserTokens.ensure(wanted)).toEqual({
    token: first.token,
    secret: null,
    action: "none",
  });
  expect(received(server, "CreateServiceUserToken")).toBe(1);
});

test("ensure edits what differs and resumes what does not work", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.ensure({ name: "a", permissions: ["inspections.view"] });
  const edited = await client.serviceUserTokens.ensure({ name: "a", permissions: ["templates.view"] });
  expect(edited).toMatchObject({
    action: "updated",
    secret: null,
    token: { permissions: ["templates.view"] },
  });
  await client.serviceUserTokens.revoke(token.id);
  const resumed = await client.serviceUserTokens.ensure({ name: "a", inactivity_expiry_days: 180 });
  expect(resumed).toMatchObject({ action: "resumed", token: { id: token.id, inactivity_expiry_days: 180 } });
  expect(resumed.secret).not.toBeNull();
  server.clock.advance({ days: 181 });
  expect(await client.serviceUserTokens.ensure({ name: "a" })).toMatchObject({ action: "resumed" });
});

test("ensure does not count the order of permissions as a difference", async () => {
  const { client } = await startBench();
  await client.serviceUserTokens.ensure({ name: "a", permissions: ["templates.view", "inspections.view"] });
  const again = await client.serviceUserTokens.ensure({
    name: "a",
    permissions: ["templates.view", "inspections.view"],
  });
  expect(again.action).toBe("none");
});

test("ensure hands over the secret even when the edit after it fails", async () => {
  const { client, server } = await startBench();
  const { token } = await client.serviceUserTokens.create({ name: "a" });
  await client.serviceUserTokens.revoke(token.id);
  server.faults.add({ operation: UPDATE, kind: "status", status: 403 });
  const error: unknown = await client.serviceUserTokens
    .ensure({ name: "a", inactivity_expiry_days: 180 })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "WORKFLOW_INCOMPLETE", step: "update", token: { id: token.id } });
  const secret = error instanceof Error && "secret" in error ? error.secret : undefined;
  expect(await client.withApiToken(secret as string).users.whoAmI()).toMatchObject({ firstname: "a" });
});

test("several ensures at once make one token", async () => {
  const { client, server, connect } = await startBench();
  const results = await Promise.all([
    client.serviceUserTokens.ensure({ name: "a" }),
    client.serviceUserTokens.ensure({ name: "a" }),
    connect().serviceUserTokens.ensure({ name: "a" }),
  ]);
  expect(results.map((result) => result.action).sort()).toEqual(["created", "none", "none"]);
  expect(received(server, "CreateServiceUserToken")).toBe(1);
});

test("ensure does not choose among several tokens of the name", async () => {
  const { client } = await startBench();
  for (const name of ["a", "a"]) await client.serviceUserTokens.create({ name });
  await expect(client.serviceUserTokens.ensure({ name: "a" })).rejects.toMatchObject({
    code: "AMBIGUOUS_TOKENS",
    tokens: [{ name: "a" }, { name: "a" }],
  });
});

test("ensure can reissue a secret that was lost on the way, as long as nobody used it", async () => {
  const { client } = await startBench();
  await client.serviceUserTokens.ensure({ name: "a" });
  const { secret, action } = await client.serviceUserTokens.ensure({ name: "a" }, { unused: "reissue" });
  expect(action).toBe("resumed");
  await client.withApiToken(secret ?? "").users.whoAmI();
  expect(await client.serviceUserTokens.ensure({ name: "a" }, { unused: "reissue" })).toMatchObject({
    action: "none",
  });
});

test("a journal is told of each write before it is made, and can stop the workflow", async () => {
  const bench = await startBench();
  const steps: Step["step"][] = [];
  const onStep = ({ step }: Step) => {
    steps.push(step);
  };
  const { token } = await bench.client.serviceUserTokens.ensure({ name: "a" }, { onStep });
  await bench.client.serviceUserTokens.pause(token.id, { onStep });
  await bench.client.serviceUserTokens.resume(token.id, { onStep });
  await bench.client.serviceUserTokens.revokeAndDelete(token.id, { onStep });
  expect(steps).toEqual(["create", "revoke", "regenerate", "revoke", "delete"]);
  const refuse = () => Promise.reject(new Error("the journal is full"));
  await expect(bench.client.serviceUserTokens.ensure({ name: "b" }, { onStep: refuse })).rejects.toThrow(
    "full",
  );
  expect(world(bench)).toEqual({});
});
