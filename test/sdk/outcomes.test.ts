import { createServer, type IncomingMessage } from "node:http";
import { OutcomeUnknownError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { expect, onTestFinished, test } from "vitest";
import { startBench } from "./support/mock.js";
import { json, problem, startPlainServer } from "./support/plain-server.js";

const CREATE = "/identity/v1/service_user_tokens";

/** What an edge makes of a response of the API; nothing leaves it as it is, `"drop"` breaks the connection. */
type Edge = (
  request: IncomingMessage,
  count: number,
) => { status: number; body: string } | "drop" | undefined;

/** A server between client and API that carries every request out, and then says what it likes. */
async function startEdge(target: string, edge: Edge): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const method = request.method ?? "GET";
      const headers = {
        authorization: String(request.headers.authorization),
        "content-type": "application/json",
      };
      const body = chunks.length > 0 ? Buffer.concat(chunks).toString() : null;
      const answered = await fetch(target + String(request.url), { method, headers, body });
      const text = await answered.text();
      const instead = edge(request, ++count);
      if (instead === "drop") return request.socket.destroy();
      response.writeHead(instead?.status ?? answered.status, { "content-type": "application/json" });
      return response.end(instead?.body ?? text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const isCreate = (request: IncomingMessage) => request.method === "POST" && request.url === CREATE;

test.each([
  400, 401, 403, 404, 408, 409, 413, 429, 499, 500, 501, 502, 503, 504, 507, 520, 522, 524, 529, 530, 599,
])("a load balancer's %d for a create that was carried out leaves its outcome unknown, and it is found", async (status) => {
  const { server, connect } = await startBench();
  let done = false;
  const url = await startEdge(server.url, (request) => {
    if (done || !isCreate(request)) return undefined;
    done = true;
    return { status, body: "<html>error</html>" };
  });
  const client = connect({ baseUrl: url });
  const error: unknown = await client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError)) throw new Error("unknown", { cause: error });
  expect(error.mayHaveHappened).toBe(true);
  const result = await error.reconcile();
  if (result.outcome !== "taken_over") throw new Error("there is a token");
  expect(await client.withApiToken(result.secret).users.whoAmI()).toBeTruthy();
  expect(server.tokens().service_user_tokens).toHaveLength(1);
});

test.each([
  400, 403, 404, 408, 499, 500, 507, 524, 530,
])("a load balancer's %d for a read, a revoke, an edit or a delete is tried again", async (status) => {
  const { server, connect } = await startBench();
  let next = false;
  const url = await startEdge(server.url, () => {
    next = !next;
    return next ? { status, body: "<html>error</html>" } : undefined;
  });
  const client = connect({ baseUrl: url });
  const { token } = await connect().serviceUserTokens.create({ name: "a" });
  expect((await client.users.whoAmI()).user_id).not.toBe("");
  expect((await client.serviceUserTokens.update(token.id, { name: "b" })).name).toBe("b");
  expect((await client.serviceUserTokens.revoke(token.id)).status).toBe("SERVICE_USER_TOKEN_STATUS_REVOKED");
  await client.serviceUserTokens.delete(token.id);
  expect(server.tokens().service_user_tokens).toEqual([]);
});

test("what the API itself refuses was not carried out", async () => {
  const { url, requests } = await startPlainServer((request, response) =>
    request.method === "POST"
      ? json(response, 403, problem(7, "PERMISSION_DENIED", "no"))
      : json(response, 200, {
          service_user_tokens: [],
          next_page_token: "",
          active_count: 0,
          active_limit: 20,
        }),
  );
  const { connect } = await startBench();
  await expect(connect({ baseUrl: url }).serviceUserTokens.create({ name: "a" })).rejects.toMatchObject({
    code: "FORBIDDEN",
    mayHaveHappened: false,
  });
  expect(requests.filter((request) => request.method === "POST")).toHaveLength(1);
});

test.each<[string, Edge]>([
  ["a connection that breaks", () => "drop"],
  ["a 401", () => ({ status: 401, body: JSON.stringify(problem(16, "UNAUTHENTICATED", "no")) })],
  ["a 403", () => ({ status: 403, body: JSON.stringify(problem(7, "PERMISSION_DENIED", "no")) })],
  ["a page", () => ({ status: 404, body: "<html>" })],
])("%s that stops a reconcile leaves the outcome unknown, with the reason, and another reconcile finds out", async (_what, edge) => {
  const { server, connect } = await startBench({ maxRetries: 0 });
  let trouble = false;
  const url = await startEdge(server.url, (request, count) => {
    if (isCreate(request)) {
      trouble = true;
      return "drop";
    }
    return trouble ? edge(request, count) : undefined;
  });
  const client = connect({ baseUrl: url });
  const first: unknown = await client.serviceUserTokens
    .create({ name: "a" }, { onUnknownOutcome: "reconcile" })
    .catch((thrown: unknown) => thrown);
  if (!(first instanceof OutcomeUnknownError)) throw new Error("unknown", { cause: first });
  expect(first).toMatchObject({
    mayHaveHappened: true,
    operationId: "ServiceUserTokensService_CreateServiceUserToken",
  });
  expect(first.cause).toBeInstanceOf(Error);
  trouble = false;
  expect(await first.reconcile()).toMatchObject({ outcome: "taken_over" });
  expect(server.tokens().service_user_tokens).toHaveLength(1);
});

test("a signal or a closed client stops a reconcile, and nothing else", async () => {
  const bench = await startBench({ maxRetries: 0 });
  bench.server.faults.add({
    operation: "ServiceUserTokensService_CreateServiceUserToken",
    kind: "drop",
    when: "after_commit",
    times: 1,
  });
  const client = bench.connect();
  const error: unknown = await client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof OutcomeUnknownError)) throw new Error("unknown", { cause: error });
  const aborted: unknown = await error
    .reconcile({ signal: AbortSignal.abort() })
    .catch((thrown: unknown) => thrown);
  expect(aborted).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    mayHaveHappened: true,
    cause: { code: "ABORTED" },
  });
  await client.close();
  const closed: unknown = await error.reconcile().catch((thrown: unknown) => thrown);
  expect(closed).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    mayHaveHappened: true,
    cause: { code: "CLIENT_CLOSED" },
  });
});

test("closing twice while a call runs ends both", async () => {
  let respond: (() => void) | undefined;
  const onTheWire = new Promise<void>((resolve) => {
    respond = resolve;
  });
  const { url } = await startPlainServer((_request, response) => {
    setImmediate(() => json(response, 200, { permissions: [] }));
    respond?.();
  });
  const client = new SafetyCultureClient({ apiToken: "x", baseUrl: url });
  const call = client.permissions.list().all();
  await onTheWire;
  await Promise.all([client.close(), client.close(), call]);
});
