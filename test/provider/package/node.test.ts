import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { VERSION } from "../../../provider/src/safetyculture/version.js";
import { pluginFile } from "../plugin-file.js";

const run = (file: string, env: NodeJS.ProcessEnv) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(file, ["--version"], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });

describe("the Node.js that runs the plugin file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "node-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A folder with a `node` that says it is of another version. */
  const nodeOf = (version: string): string => {
    const pretend = join(folder, "pretend.cjs");
    writeFileSync(
      pretend,
      `Object.defineProperty(process, "version", { value: "v${version}" });
       Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`,
    );
    const node = join(folder, "node");
    writeFileSync(node, `#!/bin/sh\nexec '${process.execPath}' --require '${pretend}' "$@"\n`);
    chmodSync(node, 0o755);
    return `${folder}:${process.env["PATH"]}`;
  };

  test.each([
    "--require ./missing.cjs",
    "--require PRELOAD",
    "--input-type=module",
    "--frozen-intrinsics",
    "--disallow-code-generation-from-strings --max-http-header-size=1",
    "--no-such-option",
  ])("does not see NODE_OPTIONS=%s", async (options) => {
    const preload = join(folder, "preload.cjs");
    writeFileSync(preload, 'console.log("preloaded");');
    const env = { ...process.env, NODE_OPTIONS: options.replace("PRELOAD", preload) };
    expect(await run(pluginFile(), env)).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  test.each([
    "4.9.1",
    "12.22.12",
    "18.20.8",
    "20.18.3",
  ])("is told to be too old in one line before it reads the rest of the file: %s", async (version) => {
    const broken = join(folder, "plugin");
    // What an old Node cannot parse.
    const [launcher] = readFileSync(pluginFile(), "utf8").split(/^(?=(?!#!|':' ))/m, 1);
    writeFileSync(broken, `${launcher}class { ? }\n`);
    chmodSync(broken, 0o755);
    expect(await run(broken, { ...process.env, PATH: nodeOf(version) })).toEqual({
      code: 1,
      stdout: `terraform-provider-safetyculture needs Node.js 20.19 or newer on PATH; the one there is v${version}\n`,
      stderr: "",
    });
  });

  test.each([
    "20.19.0",
    "21.0.0",
    "22.1.0",
    "100.0.0",
  ])("runs it when it is new enough: %s", async (version) => {
    const env = { ...process.env, PATH: nodeOf(version) };
    expect(await run(pluginFile(), env)).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  test("gets no option of V8", () => {
    expect(readFileSync(pluginFile(), "utf8")).toMatch(/^':' \/\/; exec node -e '/m);
  });
});
