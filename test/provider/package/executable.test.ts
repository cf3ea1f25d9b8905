import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { baseBinary } from "../../../provider/src/packaging/base-binary.js";
import { compileExecutable } from "../../../provider/src/packaging/compile.js";
import { hostTarget, targets } from "../../../provider/src/packaging/targets.js";
import { VERSION } from "../../../provider/src/safetyculture/version.js";
import { pluginFile, pluginForm } from "../plugin-file.js";

// The Node file has no executable to look at; .ci/run runs both forms.
describe.runIf(pluginForm === "executable")("the executable", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "executable-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (env: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(
        pluginFile(),
        ["--version"],
        { cwd: folder, env: { ...process.env, ...env } },
        (error, stdout, stderr) =>
          resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
      );
    });
  const untouched = { code: 0, stdout: `${VERSION}\n`, stderr: "" };

  /** A module that gives itself away. */
  const preload = (): string => {
    const file = join(folder, "preload.js");
    writeFileSync(file, 'console.log("foreign code");');
    return file;
  };

  test("runs no code that the folder names, and reads no settings from it", async () => {
    preload();
    writeFileSync(
      join(folder, "bunfig.toml"),
      'preload = ["./preload.js"]\n[run]\npreload = ["./preload.js"]\n',
    );
    writeFileSync(
      join(folder, ".env"),
      `BUN_OPTIONS="--preload ./preload.js"\nTF_PLUGIN_MAGIC_COOKIE=foreign\n`,
    );
    writeFileSync(join(folder, "package.json"), "{ not json");
    writeFileSync(join(folder, "tsconfig.json"), "{ not json");
    expect(await run()).toEqual(untouched);
  });

  test.each([
    ["BUN_OPTIONS", (file: string) => `--preload ${file}`],
    ["BUN_BE_BUN", () => "1"],
    ["BUN_INSPECT_PRELOAD", (file: string) => file],
    ["BUN_INSPECT", () => "ws://127.0.0.1:1/x?wait=1"],
    ["NODE_OPTIONS", (file: string) => `--require ${file}`],
  ])("does not see %s", async (name, value) => {
    expect(await run({ [name]: value(preload()) })).toEqual(untouched);
  });

  test("is the same, byte by byte, from the same sources in another folder", async () => {
    const hashes = [];
    for (const place of ["one", "deeper/in/another"]) {
      const source = join(folder, place, "source");
      mkdirSync(source, { recursive: true });
      // The paths of CommonJS modules stay in what is bundled.
      writeFileSync(join(source, "common.cjs"), 'module.exports = { value: "small" };\n');
      writeFileSync(
        join(source, "small.ts"),
        'import { value } from "./common.cjs";\nprocess.stdout.write(value);\n',
      );
      const outfile = join(folder, place, "plugin");
      await compileExecutable({ entry: join(source, "small.ts"), target: hostTarget(), outfile });
      hashes.push(createHash("sha256").update(readFileSync(outfile)).digest("hex"));
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  test("is made from a base binary that is the pinned one", async () => {
    const hash = createHash("sha256").update(readFileSync(await baseBinary(hostTarget())));
    expect(hash.digest("hex")).toBe(targets[hostTarget()].sha256);
  });
});
