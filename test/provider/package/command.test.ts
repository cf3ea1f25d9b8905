import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VERSION } from "../../../provider/src/safetyculture/version.js";

const COMMAND = fileURLToPath(
  new URL("../../../provider/bin/terraform-provider-safetyculture.js", import.meta.url),
);

describe("the command terraform-provider-safetyculture", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "home-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        [COMMAND, ...args],
        { env: { ...process.env, HOME: home } },
        (error, stdout, stderr) =>
          resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
      );
    });

  const plugins = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    );

  it("installs into the user's folder of plugins, again and again", async () => {
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout } = await run("install", "--node");
      expect(code).toBe(0);
      expect(stdout).toContain(join(home, ".terraform.d/plugins"));
      expect(stdout).toContain("terraform init");
    }
    const files = plugins(join(home, ".terraform.d/plugins"));
    expect(files).toHaveLength(8);
    expect(files).toContain(
      `registry.terraform.io/safetyculture-tokens/safetyculture/terraform-provider-safetyculture_${VERSION}_linux_amd64.zip`,
    );
  });

  it("writes a mirror and prints the settings for it", async () => {
    const { code, stdout } = await run("mirror", join(home, "mirror"), "--node");
    expect(code).toBe(0);
    expect(stdout).toContain(`path    = "${join(home, "mirror")}"`);
    expect(plugins(join(home, "mirror"))).toHaveLength(8);
  });

  it.each([
    [["--version"], 0, `${VERSION}\n`, ""],
    [["fly"], 2, "", "fly is not a command"],
    [["mirror"], 2, "", "mirror needs the folder to write to"],
    [["install", "here"], 2, "", "install takes its folder as --dir here"],
    [["mirror", "a", "b"], 2, "", "b is one argument too many"],
    [["--wings"], 2, "", "--wings"],
  ])("answers %j in one line", async (args, code, stdout, complaint) => {
    const ended = await run(...args);
    expect(ended).toMatchObject({ code, stdout });
    expect(ended.stderr).toContain(complaint);
    expect(ended.stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(1);
  });
});
