import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createProxy } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { ConnectionError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { Dispatcher, MockAgent } from "undici";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createIdentity } from "../../provider/src/transport/certificate.js";
import { proxyFor } from "../../sdk/src/http/proxy.js";
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

test("HTTPS_PROXY may leave out the scheme, and HTTP_PROXY is not used for https", async () => {
  const proxy = await startProxy();
  vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:9");
  vi.stubEnv("HTTPS_PROXY", proxy.url.replace("http://", ""));
  const get = (host: string) =>
    connect(`https://${host}`, { maxRetries: 0 })
      .users.whoAmI()
      .catch(() => undefined);
  await get("api.example.test");
  expect(proxy.asked).toEqual(["api.example.test:443"]);
  vi.stubEnv("HTTPS_PROXY", "");
  vi.stubEnv("HTTP_PROXY", proxy.url);
  await get("127.0.0.1.invalid");
  expect(proxy.asked).toHaveLength(1);
});

test.each([
  "http://user:p4ss%zz@proxy.example.com:3128",
  "http://user:p4ss word@proxy.example.com:99999",
  "socks5://user:p4ss@proxy.example.com",
])("a proxy that is none (%#) is refused by the name of its variable, without a password", async (value) => {
  vi.stubEnv("HTTPS_PROXY", value);
  const client = connect("https://api.example.invalid", { maxRetries: 0 });
  const error: unknown = await client.users.whoAmI().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "INVALID_ARGUMENT", field: "HTTPS_PROXY" });
  expect(inspect(error, { depth: 9 })).not.toContain("p4ss");
  await client.close();
});

test.each<[string, string, boolean]>([
  ["https://api.example.com", "*", true],
  ["https://api.example.com", "other.com,api.example.com", true],
  ["https://api.example.com", "other.com api.example.com", true],
  ["https://api.example.com", "example.com", true],
  ["https://api.example.com", ".example.com", true],
  ["https://api.example.com", "*.example.com", true],
  ["https://API.example.com.", "EXAMPLE.com", true],
  ["https://api.example.com", "api.example.com:443", true],
  ["https://api.example.com:8443", "api.example.com:443", false],
  ["https://api.example.com", "ample.com", false],
  ["https://api.example.com", "", false],
  ["https://10.1.2.3", "10.0.0.0/8", true],
  ["https://10.1.2.3", "10.1.2.3", true],
  ["https://11.1.2.3", "10.0.0.0/8", false],
  ["https://10.1.2.3", "10.0.0.0/99", false],
  ["https://[fd00::1]", "fd00::/8", true],
  ["https://[fd00::1]:8443", "[fd00::1]:8443", true],
])("%s under NO_PROXY=%s is called directly: %s", (origin, exceptions, direct) => {
  const proxy = proxyFor(origin, { HTTPS_PROXY: "proxy.example.com:3128", NO_PROXY: exceptions });
  expect(proxy === undefined).toBe(direct);
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

test("plain http goes to loopback and to hosts that are named, and nowhere else", () => {
  const open = (options: object = {}) => connect("http://mock:8080", options);
  expect(() => open()).toThrow(/plainHttpHosts or SAFETYCULTURE_PLAIN_HTTP_HOSTS/);
  expect(() => open({ plainHttpHosts: ["other", "mock.example.com"] })).toThrow(/must be https/);
  expect(() => open({ plainHttpHosts: ["Mock"] })).not.toThrow();
  vi.stubEnv("SAFETYCULTURE_PLAIN_HTTP_HOSTS", "other, mock");
  expect(() => open()).not.toThrow();
  expect(() => open({ plainHttpHosts: [] })).toThrow(/must be https/);
});

test("the second names of the variables are read after the first", async () => {
  const { server } = await startBench();
  vi.stubEnv("SAFETYCULTURE_API_TOKEN", undefined);
  vi.stubEnv("SAFETYCULTURE_API_URL", undefined);
  vi.stubEnv("MITTI_API_TOKEN", server.apiToken);
  vi.stubEnv("MITTI_API_URL", server.url);
  const client = new SafetyCultureClient();
  onTestFinished(() => client.close());
  expect((await client.users.whoAmI()).user_id).not.toBe("");
  vi.stubEnv("SAFETYCULTURE_API_URL", "not a URL");
  expect(() => new SafetyCultureClient()).toThrow(/baseUrl/);
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
