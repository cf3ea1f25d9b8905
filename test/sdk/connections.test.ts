import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createProxy } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConnectionError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { Dispatcher, MockAgent } from "undici";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createIdentity } from "../../provider/src/transport/certificate.js";
import { startBench } from "./support/mock.js";
import { sampleToken } from "./support/plain-server.js";

afterEach(() => vi.unstubAllEnvs());

/** A TLS server on loopback whose certificate nobody knows. */
async function startTlsServer() {
  const { key, certificate } = createIdentity(new Date());
  const server = createTlsServer({ key, cert: certificate }, (_request, response) => {
    response.end(JSON.stringify({ service_user_token: sampleToken }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `https://localhost:${port}`, certificate };
}

function connect(baseUrl: string, options: object = {}): SafetyCultureClient {
  const client = new SafetyCultureClient({ apiToken: "scapi_x", baseUrl, ...options });
  onTestFinished(() => client.close());
  return client;
}

test("a server with an unknown certificate is refused at once, and nothing is sent to it", async () => {
  const { url } = await startTlsServer();
  const error: unknown = await connect(url)
    .serviceUserTokens.create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ sent: false, attempts: 1, cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
});

test("extra certificates are trusted besides the usual ones", async () => {
  const { url, certificate } = await startTlsServer();
  const client = connect(url, { extraCaCertificates: certificate });
  expect(await client.serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
});

test("the certificates of NODE_EXTRA_CA_CERTS stay trusted beside extra ones", async () => {
  const { url, certificate } = await startTlsServer();
  const directory = await mkdtemp(join(tmpdir(), "sdk-ca-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, "ca.pem"), certificate);
  vi.stubEnv("NODE_EXTRA_CA_CERTS", join(directory, "ca.pem"));
  const client = connect(url, { extraCaCertificates: createIdentity(new Date()).certificate });
  expect(await client.serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
});

test("extra certificates and a dispatcher exclude each other", () => {
  const { certificate } = createIdentity(new Date());
  const options = { extraCaCertificates: certificate, dispatcher: new MockAgent() };
  expect(() => connect("https://localhost", options)).toThrow(/set its `connect\.ca`/);
});

/** A proxy that notes what it is asked to connect to, and connects to nothing. */
async function startProxy() {
  const asked: string[] = [];
  const proxy = createProxy();
  proxy.on("connect", (request, socket) => {
    asked.push(String(request.url));
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    asked,
  };
}

test("calls go through the proxy of the environment, and a refusing proxy means that nothing was sent", async () => {
  const proxy = await startProxy();
  vi.stubEnv("HTTPS_PROXY", proxy.url);
  const client = connect("https://api.example.test", { maxRetries: 0 });
  const error: unknown = await client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  expect(proxy.asked).toEqual(["api.example.test:443"]);
  expect(error).toMatchObject({ code: "CONNECTION_FAILED", sent: false, mayHaveHappened: false });
});

test("hosts of NO_PROXY and loopback are called directly", async () => {
  const proxy = await startProxy();
  const { server } = await startBench();
  vi.stubEnv("HTTPS_PROXY", proxy.url);
  vi.stubEnv("HTTP_PROXY", proxy.url);
  vi.stubEnv("NO_PROXY", "0.0.0.0");
  await connect("https://0.0.0.0:9", { maxRetries: 0 })
    .users.whoAmI()
    .catch(() => undefined);
  await connect(server.url, { apiToken: server.apiToken }).users.whoAmI();
  expect(proxy.asked).toEqual([]);
});

test("a dispatcher of the caller carries the calls, so that undici's own mocks work", async () => {
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get("https://api.safetyculture.com")
    .intercept({ path: `/identity/v1/service_user_tokens/${sampleToken.id}`, method: "GET" })
    .reply(200, { service_user_token: sampleToken });
  const client = connect("https://api.safetyculture.com", { dispatcher: agent });
  expect(await client.serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
});

test("a dispatcher that throws is a connection error of a call that never left", async () => {
  class Broken extends Dispatcher {
    override dispatch(): boolean {
      throw new TypeError("no such socket");
    }
  }
  const client = connect("https://api.safetyculture.com", { dispatcher: new Broken(), maxRetries: 0 });
  const error: unknown = await client.serviceUserTokens
    .create({ name: "a" })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "CONNECTION_FAILED", sent: false, mayHaveHappened: false });
  await client.close();
});

test("a path prefix of the base URL goes in front of the route", async () => {
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get("https://proxy.example.com")
    .intercept({ path: `/sc/identity/v1/service_user_tokens/${sampleToken.id}`, method: "GET" })
    .reply(200, { service_user_token: sampleToken });
  const client = connect("https://proxy.example.com/sc/", { dispatcher: agent });
  expect(await client.serviceUserTokens.get(sampleToken.id)).toEqual(sampleToken);
});
