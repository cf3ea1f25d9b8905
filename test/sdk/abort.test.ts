import { AbortError } from "@safetyculture-tokens/sdk";
import { expect, test } from "vitest";
import { received, startBench } from "./support/mock.js";
import { startPlainServer } from "./support/plain-server.js";

const CREATE = "ServiceUserTokensService_CreateServiceUserToken";

test("a signal that is aborted already keeps every call from being sent", async () => {
  const { client, server } = await startBench();
  const options = { signal: AbortSignal.abort(new Error("stop")) };
  const id = "00000000-0000-4000-8000-000000000000";
  const calls = [
    client.users.whoAmI(options),
    client.serviceUserTokens.list({}, options).all(),
    client.serviceUserTokens.create({ name: "a" }, options),
    client.serviceUserTokens.create({ name: "a" }, { ...options, onUnknownOutcome: "reconcile" }),
    client.serviceUserTokens.delete(id, options),
    client.serviceUserTokens.ensure({ name: "a" }, options),
    client.serviceUserTokens.rotate(id, { ...options, strategy: "overlap" }),
  ];
  for (const result of await Promise.allSettled(calls)) {
    const error: unknown = result.status === "rejected" ? result.reason : undefined;
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: "AbortError", code: "ABORTED", attempts: 0, mayHaveHappened: false });
    expect(error).toMatchObject({ cause: new Error("stop") });
  }
  expect(server.journal.entries()).toEqual([]);
});

test("a read on the wire is stopped at once", async () => {
  const { url } = await startPlainServer((request) => controller.abort(request.url));
  const controller = new AbortController();
  const { connect } = await startBench();
  const error = connect({ baseUrl: url }).users.whoAmI({ signal: controller.signal });
  await expect(error).rejects.toMatchObject({
    code: "ABORTED",
    attempts: 1,
    cause: "/accounts/user/v1/user:WhoAmI",
  });
});

test("a revocation that is stopped on the wire says that it may have been carried out", async () => {
  const { url } = await startPlainServer(() => controller.abort());
  const controller = new AbortController();
  const { connect } = await startBench();
  const id = "00000000-0000-4000-8000-000000000000";
  const error = connect({ baseUrl: url }).serviceUserTokens.revoke(id, { signal: controller.signal });
  await expect(error).rejects.toMatchObject({ code: "ABORTED", mayHaveHappened: true });
});

test("a create on the wire is finished and its secret delivered", async () => {
  const controller = new AbortController();
  const { client, server } = await startBench(
    {},
    { onRequest: ({ operation }) => operation === CREATE && controller.abort() },
  );
  server.faults.add({ operation: CREATE, kind: "delay", milliseconds: 20, when: "after_commit" });
  const { token, secret } = await client.serviceUserTokens.create(
    { name: "a" },
    { signal: controller.signal },
  );
  expect(controller.signal.aborted).toBe(true);
  expect((await client.withApiToken(secret).users.whoAmI()).user_id).toBe(token.service_user_id);
});

test("a create that is still connecting is stopped, and never sent", async () => {
  const { server, connect } = await startBench();
  const controller = new AbortController();
  const client = connect();
  const creating = client.serviceUserTokens.create({ name: "a" }, { signal: controller.signal });
  controller.abort();
  await expect(creating).rejects.toMatchObject({ code: "ABORTED", mayHaveHappened: false });
  await client.users.whoAmI();
  expect(received(server, "CreateServiceUserToken")).toBe(0);
});

test("a create that is stopped in its last moment before it leaves is not sent", async () => {
  const controller = new AbortController();
  const { client, server } = await startBench({ hooks: { onRequest: () => controller.abort() } });
  const creating = client.serviceUserTokens.create({ name: "a" }, { signal: controller.signal });
  await expect(creating).rejects.toMatchObject({ code: "ABORTED", mayHaveHappened: false });
  expect(server.tokens().service_user_tokens).toEqual([]);
});

test("a wait before a retry is stopped at once, with what happened before", async () => {
  const controller = new AbortController();
  const { server, connect } = await startBench({ clock: undefined });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "rate_limited", reset_seconds: 600 });
  const client = connect({
    timeoutMs: 5000,
    hooks: { onResponse: () => queueMicrotask(() => controller.abort()) },
  });
  await expect(client.users.whoAmI({ signal: controller.signal })).rejects.toMatchObject({
    code: "ABORTED",
    attempts: 1,
    mayHaveHappened: false,
  });
});

test("a lost create is cleared up although the caller wants to stop, and no other is begun", async () => {
  let controller = new AbortController();
  const { client, server } = await startBench(
    {},
    { onRequest: ({ operation }) => operation === CREATE && controller.abort() },
  );
  const create = (name: string) =>
    client.serviceUserTokens.create({ name }, { signal: controller.signal, onUnknownOutcome: "reconcile" });
  server.faults.set([{ operation: CREATE, kind: "drop", when: "after_commit", times: 1 }]);
  const { secret } = await create("a");
  expect((await client.withApiToken(secret).users.whoAmI()).firstname).toBe("a");

  controller = new AbortController();
  server.faults.set([{ operation: CREATE, kind: "drop", times: 1 }]);
  await expect(create("b")).rejects.toMatchObject({ code: "ABORTED", mayHaveHappened: false });
  expect(received(server, "CreateServiceUserToken")).toBe(2);
});

test("listeners of a signal are removed when a call ends", async () => {
  const { client } = await startBench();
  const controller = new AbortController();
  let listeners = 0;
  const { signal } = controller;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--;
    remove(...args);
  };
  for (let i = 0; i < 20; i++) await client.users.whoAmI({ signal });
  expect(listeners).toBe(0);
});

test("one signal serves many calls without a warning of Node", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  const { client } = await startBench();
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 60 }, () => client.users.whoAmI({ signal })));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("a list stops between pages", async () => {
  const { client } = await startBench();
  for (const name of ["a", "b", "c"]) await client.serviceUserTokens.create({ name });
  const controller = new AbortController();
  const names: string[] = [];
  const reading = (async () => {
    for await (const token of client.serviceUserTokens.list(
      { page_size: 1 },
      { signal: controller.signal },
    )) {
      names.push(token.name);
      controller.abort();
    }
  })();
  await expect(reading).rejects.toBeInstanceOf(AbortError);
  expect(names).toEqual(["a"]);
});
