import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ClientClosedError, IncompleteWorkflowError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { Agent } from "undici";
import { expect, test } from "vitest";
import { startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

test("a closed client sends nothing more", async () => {
  const { client, server } = await startBench();
  await client.close();
  await client.close();
  await expect(client.users.whoAmI()).rejects.toBeInstanceOf(ClientClosedError);
  await expect(client.serviceUserTokens.create({ name: "a" })).rejects.toMatchObject({
    code: "CLIENT_CLOSED",
  });
  expect(server.journal.entries()).toEqual([]);
});

test("closing waits for what is on the wire and delivers it", async () => {
  const { url, requests } = await startPlainServer((_request, response) => {
    setImmediate(() => json(response, 200, { service_user_token: sampleToken }));
    closing = client.close();
  });
  const client = new SafetyCultureClient({ apiToken: "x", baseUrl: url });
  let closing: Promise<void> | undefined;
  expect((await client.serviceUserTokens.get(sampleToken.id)).id).toBe(sampleToken.id);
  await closing;
  expect(requests).toHaveLength(1);
});

test("closing while a create is on the wire hands its secret over, although the token cannot be renamed any more", async () => {
  const operation = "ServiceUserTokensService_CreateServiceUserToken";
  let closing: Promise<void> | undefined;
  const { client, connect, server } = await startBench(
    {},
    {
      onRequest: (entry) => {
        if (entry.operation === operation) closing = client.close();
      },
    },
  );
  const error: unknown = await client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof IncompleteWorkflowError)) throw new Error("incomplete", { cause: error });
  await closing;
  expect(error).toMatchObject({ step: "rename", cause: { code: "CLIENT_CLOSED" } });
  expect((await connect().withApiToken(error.secret).users.whoAmI()).user_id).toBe(
    error.token.service_user_id,
  );
  expect(server.tokens().service_user_tokens).toHaveLength(1);
});

test("closing ends the waits before retries", async () => {
  const { server, connect } = await startBench({ clock: undefined });
  server.faults.add({ operation: "UsersService_WhoAmI", kind: "rate_limited", reset_seconds: 600 });
  const client: SafetyCultureClient = connect({
    timeoutMs: 5000,
    hooks: { onResponse: () => queueMicrotask(() => void client.close()) },
  });
  await expect(client.users.whoAmI()).rejects.toBeInstanceOf(ClientClosedError);
});

test("a dispatcher of the caller stays open", async () => {
  const dispatcher = new Agent();
  const { connect } = await startBench();
  const client = connect({ dispatcher });
  await client.users.whoAmI();
  await client.close();
  expect(dispatcher.closed).toBe(false);
  await dispatcher.close();
});

test("await using closes the client", async () => {
  const { server } = await startBench();
  let kept: SafetyCultureClient | undefined;
  {
    await using client = new SafetyCultureClient({ apiToken: server.apiToken, baseUrl: server.url });
    await client.users.whoAmI();
    kept = client;
  }
  await expect(kept.users.whoAmI()).rejects.toBeInstanceOf(ClientClosedError);
});

test.each([
  "await client.close();",
  "",
])("a process ends by itself after its last call (%s)", async (close) => {
  const { url, server } = await startPlainServer((_request, response) => {
    json(response, 200, { service_user_token: sampleToken });
  });
  // A process that waited for its connections would live for as long as the server keeps them.
  server.keepAliveTimeout = 600_000;
  const code = `
    import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
    const client = new SafetyCultureClient({ apiToken: "scapi_x", baseUrl: ${JSON.stringify(url)} });
    await client.serviceUserTokens.get(${JSON.stringify(sampleToken.id)});
    ${close}
    console.log("responded");
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code]);
  expect(stdout).toBe("responded\n");
});
