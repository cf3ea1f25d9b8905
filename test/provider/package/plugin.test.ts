import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VERSION } from "../../../provider/src/safetyculture/version.js";
import { pluginFile, pluginForm } from "../plugin-file.js";

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  return new Promise<Ended>((resolve) => {
    execFile(file, args, { env: process.env, ...options }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("the plugin file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "plugin-file-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("tells its version", async () => {
    expect(await run(pluginFile(), ["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("tells a person what it is, without a word on standard output", async () => {
    const { code, stdout, stderr } = await run(pluginFile(), []);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("npx terraform-provider-safetyculture install");
  });

  it.each([
    "module",
    "commonjs",
  ])("runs below a package.json of type %s, by a relative path and through a link", async (type) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
    mkdirSync(join(folder, "terraform.d"));
    const name = basename(pluginFile());
    copyFileSync(pluginFile(), join(folder, "terraform.d", name));
    symlinkSync(join(folder, "terraform.d", name), join(folder, "link"));
    expect(await run(join("terraform.d", name), ["--version"], { cwd: folder })).toMatchObject({
      stdout: `${VERSION}\n`,
    });
    expect(await run(join(folder, "link"), ["--version"])).toMatchObject({ stdout: `${VERSION}\n` });
  });

  // The executable needs no Node.js, which the next test holds.
  it.runIf(pluginForm === "node")(
    "says on standard output, where Terraform looks, that Node.js is missing",
    async () => {
      const { code, stdout } = await run(pluginFile(), [], { env: { PATH: folder } });
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^terraform-provider-safetyculture needs Node\.js 20\.19 or newer on PATH[^|\n]*\n$/,
      );
    },
  );

  it.runIf(pluginForm === "executable")("runs without Node.js on PATH", async () => {
    expect(await run(pluginFile(), ["--version"], { env: { PATH: folder } })).toMatchObject({
      code: 0,
      stdout: `${VERSION}\n`,
    });
  });

  it("keeps Node.js from reading extra certificates before the handshake", async () => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "missing.pem") };
    expect(await run(pluginFile(), ["--version"], { env })).toMatchObject({ stderr: "" });
  });
});
