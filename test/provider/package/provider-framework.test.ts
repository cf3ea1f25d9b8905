import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installTarballs } from "../../support/install-tarball.js";
import { LaunchedPlugin } from "../conformance/client/launch.js";
import { overConnection, rpcClient } from "../conformance/core/rpc-client.js";

const COMMAND = "node_modules/@safetyculture-tokens/provider/bin/provider-framework.js";

/** A provider whose program waits at its top level, and loads a part of itself later. */
const PROGRAM = `
import { readFile } from "node:fs/promises";
import os, { EOL as newline } from "node:os";
import { attribute, defineProvider } from "@safetyculture-tokens/provider/framework";
import { serveProvider } from "@safetyculture-tokens/provider/serve";

const { description } = await import("./later.js");
const { answer } = await import("./common.cjs");
if (answer !== 42) throw new Error("CommonJS has lost its names");
if (newline !== os.EOL || !import.meta.url.startsWith("file:") || typeof readFile !== "function") throw new Error();
await serveProvider(
  defineProvider({
    name: "example",
    version: "1.2.3",
    schema: { description: description satisfies string, attributes: { url: attribute.string("optional", { description: "Where." }) } },
    configure: async ({ config }) => config.url,
    resources: [],
    dataSources: [],
  }),
);
`;

describe("the command provider-framework of the tarball", () => {
  let folder: string;
  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "author-")));
    // The base binary of this machine comes with `bun`.
    await installTarballs(folder, ["@safetyculture-tokens/provider"], ["esbuild", "bun", "@oven"]);
    writeFileSync(join(folder, "main.ts"), PROGRAM);
    writeFileSync(join(folder, "common.cjs"), "module.exports = { answer: 42 };\n");
    writeFileSync(join(folder, "later.ts"), 'export const description = "An example, */ loaded later.";\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, [COMMAND, ...args], { cwd: folder }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
      );
    });

  test.each([
    ["bundle", 2_000_000],
    ["compile", 150_000_000],
  ])("makes a plugin that Terraform can launch: %s", async (command, budget) => {
    const out = "plugins/terraform-provider-example_v1.2.3";
    expect(await run(command, "main.ts", "--out", out)).toMatchObject({ code: 0, stderr: "" });
    expect(statSync(join(folder, out)).size).toBeLessThan(budget);
    const plugin = await LaunchedPlugin.start([join(folder, out)], { env: { TMPDIR: folder } });
    try {
      const client = rpcClient(overConnection(await plugin.connect()));
      const { provider } = await client.getProviderSchema({});
      expect(provider?.block?.description).toContain("An example, */ loaded later.");
    } finally {
      await plugin.kill();
    }
  });

  test("writes the licences of what the plugin contains, and its bill of materials", async () => {
    const files = ["--notices", "about/NOTICES.txt", "--sbom", "about/sbom.json"];
    const out = "terraform-provider-example_v1.2.3";
    expect(await run("bundle", "main.ts", "--out", out, ...files)).toMatchObject({ code: 0, stderr: "" });
    const notices = readFileSync(join(folder, "about/NOTICES.txt"), "utf8");
    const sbom = JSON.parse(readFileSync(join(folder, "about/sbom.json"), "utf8"));
    expect(sbom.metadata.component).toMatchObject({ name: "terraform-provider-example", version: "1.2.3" });
    const names: string[] = sbom.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["@safetyculture-tokens/provider", "@bufbuild/protobuf", "bun"]),
    );
    expect(names).not.toContain("esbuild");
    for (const { name, version } of sbom.components)
      expect(notices).toContain(`${name} ${version}`.replace("bun", "Bun"));
    expect(notices).toMatch(/JavaScriptCore .* GNU Lesser General Public License/s);
  });

  test.each([
    [["fly"], "fly is not a command"],
    [["bundle"], "bundle needs the module that serves the provider"],
    [["bundle", "main.ts"], "bundle needs the file to write, as --out FILE"],
    [["bundle", "main.ts", "--out", "x", "--target", "linux_amd64"], "bundle takes no --target"],
    [["compile", "main.ts", "--out", "x", "--target", "plan9_amd64"], "plan9_amd64 is not a target"],
    [
      ["compile", "main.ts", "--out", "x", "--target", "linux_amd64,darwin_arm64"],
      "--out must hold {target}",
    ],
  ])("refuses %j", async (args, complaint) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(complaint);
  });
});
