import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as sdk from "@safetyculture-tokens/sdk";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

const run = promisify(execFile);
const packageFile = new URL("../../sdk/package.json", import.meta.url);

async function node(...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, args, { env: { PATH: process.env["PATH"] } });
  expect(stderr).toBe("");
  return stdout.trim();
}

test("the package exports these values and no others", () => {
  expect(Object.keys(sdk).sort()).toEqual([
    "AbortError",
    "AmbiguousTokensError",
    "ApiError",
    "CallError",
    "ClientClosedError",
    "ConnectionError",
    "ForbiddenError",
    "IncompleteWorkflowError",
    "InvalidArgumentError",
    "InvalidRequestError",
    "ListChangedError",
    "NameConflictError",
    "NotFoundError",
    "OutcomeUnknownError",
    "OwnCredentialError",
    "RateLimitError",
    "SafetyCultureClient",
    "SafetyCultureError",
    "Secret",
    "ServerError",
    "TRACING_CHANNEL",
    "TemporaryToken",
    "TimeoutError",
    "TokenLimitReachedError",
    "TokenNotActiveError",
    "TokenNotRevokedError",
    "UnauthorizedError",
    "UnexpectedResponseError",
    "UnknownPermissionError",
    "isLaterInstant",
    "isSameInstant",
    "isSameName",
    "leftoversOf",
    "newCreatingKey",
    "parseTokenName",
  ]);
});

test("the version that requests carry is that of the package", async () => {
  const { version }: { version: string } = JSON.parse(await readFile(packageFile, "utf8"));
  let agent: string | undefined;
  const { url } = await startPlainServer((request, response) => {
    agent = request.headers["user-agent"];
    json(response, 200, { service_user_token: sampleToken });
  });
  await using client = new sdk.SafetyCultureClient({ apiToken: "x", baseUrl: url });
  await client.serviceUserTokens.get(sampleToken.id);
  expect(agent).toContain(`safetyculture-tokens-sdk/${version} `);
});

test("importing has no side effect: nothing is opened, printed or loaded that only calls need", async () => {
  const code = `
    const before = [process.getActiveResourcesInfo().length, Object.getOwnPropertySymbols(globalThis).length];
    const listeners = process.eventNames().length;
    await import("@safetyculture-tokens/sdk");
    await new Promise(setImmediate); // the files that were read are closed
    const after = [process.getActiveResourcesInfo().length, Object.getOwnPropertySymbols(globalThis).length];
    console.log(JSON.stringify([before, after, process.eventNames().length - listeners]));
  `;
  const [before, after, listeners] = JSON.parse(await node("--input-type=module", "-e", code));
  expect(after).toEqual(before);
  expect(listeners).toBe(0);
});

test("CommonJS can require the package", async () => {
  const code = `
    const { SafetyCultureClient } = require("@safetyculture-tokens/sdk");
    const { Secret } = require("@safetyculture-tokens/sdk/secret");
    console.log(typeof SafetyCultureClient, String(new Secret("x")));
  `;
  // Node 20 announces that this is new to it; the README says so.
  expect(await node("--disable-warning=ExperimentalWarning", "-e", code)).toBe("function [secret]");
});

test("CommonJS can import the package", async () => {
  const code = `import("@safetyculture-tokens/sdk").then(({ Secret }) => console.log(String(new Secret("x"))))`;
  expect(await node("-e", code)).toBe("[secret]");
});

test("the contract is part of the package", async () => {
  const file = createRequire(import.meta.url).resolve("@safetyculture-tokens/sdk/openapi.yaml");
  expect(await readFile(file, "utf8")).toMatch(/^openapi: 3\.1/);
});

test.each(["esm", "cjs"] as const)("the package bundles into one %s file that works", async (format) => {
  const directory = await mkdtemp(join(tmpdir(), "sdk-bundle-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  const { url } = await startPlainServer((_request, response) => {
    json(response, 200, { service_user_token: sampleToken });
  });
  const outfile = join(directory, format === "esm" ? "bundle.mjs" : "bundle.cjs");
  const contents = `
    import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
    const client = new SafetyCultureClient({ apiToken: "x", baseUrl: ${JSON.stringify(url)} });
    client.serviceUserTokens.get("${sampleToken.id}").then((token) => console.log(token.name)).then(() => client.close());
  `;
  const { warnings } = await build({
    stdin: { contents, resolveDir: new URL(".", import.meta.url).pathname },
    bundle: true,
    platform: "node",
    target: "node20",
    format,
    minify: true,
    outfile,
    // undici is CommonJS and requires Node's modules by name.
    ...(format === "esm" && {
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    }),
  });
  expect(warnings).toEqual([]);
  expect(await node(outfile)).toBe(sampleToken.name);
  expect((await stat(outfile)).size).toBeLessThan(800_000);
});

test("a bundle of the errors alone carries neither client nor undici", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { NotFoundError } from "@safetyculture-tokens/sdk"; console.log(NotFoundError.name);',
      resolveDir: new URL(".", import.meta.url).pathname,
    },
    bundle: true,
    platform: "node",
    format: "esm",
    minify: true,
    write: false,
  });
  expect(outputFiles[0]?.contents.length).toBeLessThan(6000);
});
