import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { startMockServer } from "@safetyculture-tokens/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LaunchedPlugin } from "../conformance/client/launch.js";
import { overConnection, rpcClient } from "../conformance/core/rpc-client.js";

// What a moment of the plugin's life needs is loaded then, and not before: Terraform starts the plugin several times for one
// command. The lists are by folder and package. A line that is new in an earlier stage costs every start of every user.

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const RECORD = fileURLToPath(new URL("record-loaded.mjs", import.meta.url));

const json = (value: Record<string, unknown>) => ({ json: Buffer.from(JSON.stringify(value)) });
const PROVIDER = {
  api_url: null,
  api_token: null,
  organizations: null,
  plain_http_hosts: null,
  max_retries: null,
  request_timeout_seconds: null,
};

let folder: string;
const stages: Record<string, readonly string[]> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "loaded-"));
  const file = join(folder, "loaded.txt");
  const seen = new Set<string>();
  writeFileSync(file, "");
  const end = (stage: string, until?: string): void => {
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const end = until === undefined ? lines.length : lines.indexOf(until);
    const loaded = lines
      .slice(0, end)
      .filter((line) => line !== "handshake")
      .map(group);
    stages[stage] = [...new Set(loaded)].filter((name) => !seen.has(name)).sort();
    for (const name of loaded) seen.add(name);
  };
  await using server = await startMockServer({ seed: 1 });
  const plugin = await LaunchedPlugin.start(
    [process.execPath, "--import", RECORD, join(ROOT, "provider/dist/plugin.js")],
    { env: { LOADED: file, SAFETYCULTURE_API_URL: server.url, SAFETYCULTURE_API_TOKEN: server.apiToken } },
  );
  try {
    end("line", "handshake");
    const client = rpcClient(overConnection(await plugin.connect()));
    await client.getProviderSchema({});
    end("schema");
    await client.validateProviderConfig({ config: json(PROVIDER) });
    end("validate");
    await client.configureProvider({ config: json(PROVIDER), terraformVersion: "1.11.4" });
    end("configure");
    const typeName = "safetyculture_permissions";
    const read = await client.readDataSource({
      typeName,
      config: json({ organization: null, section: null, keys: null, permissions: null }),
    });
    expect(read.diagnostics).toEqual([]);
    end("first request");
  } finally {
    await plugin.kill();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The folder of a module of ours, the name of a package, or that of a module of Node.js. */
function group(url: string): string {
  if (!url.startsWith("file:")) return url;
  const path = relative(ROOT, fileURLToPath(url)).replaceAll("\\", "/");
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return name ?? dirname(path).replace("/dist", "");
}

test.each(["line", "schema", "validate", "configure", "first request"])("at %s", (stage) => {
  expect(stages[stage]).toMatchSnapshot();
});
