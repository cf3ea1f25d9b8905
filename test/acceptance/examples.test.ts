import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "./terraform.js";
import { EMPTY, Scene } from "./token/setup.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLES = join(ROOT, "examples");

/** Runs a TypeScript file as a user would, in a folder of its own. */
const runScript = (file: string, cwd: string, env: NodeJS.ProcessEnv) =>
  promisify(execFile)(process.execPath, ["--import", import.meta.resolve("tsx"), file], {
    cwd,
    env: { ...process.env, TSX_DISABLE_CACHE: "1", ...env },
  });

const registryExamples = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((file) => /^(resources|data-sources|ephemeral-resources|functions)\/.*\.tf$/.test(file))
  .sort();

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the example", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.launched();
  });
  afterEach(() => scene.close());

  it("in HCL is applied, planned empty and destroyed", async () => {
    scene.workspace.configure(readFileSync(join(EXAMPLES, "hcl/main.tf"), "utf8"));
    const output = await scene.apply();
    expect(output).toContain("power_bi_token = <sensitive>");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });

  it("in CDKTF is synthesized, applied with the bundled plugin, planned empty and destroyed", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "example-"));
    try {
      await runScript(join(EXAMPLES, "cdktf/main.ts"), scratch, { CDKTF_OUTDIR: join(scratch, "out") });
      const { workspace } = scene;
      const stack = join(scratch, "out/stacks/integrations");
      expect(readdirSync(stack).sort()).toEqual(["cdk.tf.json", "terraform.d"]);
      for (const file of readdirSync(stack, { recursive: true, encoding: "utf8" })) {
        const target = join(workspace.directory, file);
        mkdirSync(dirname(target), { recursive: true });
        if (file.endsWith(".json") || file.includes("terraform-provider-"))
          copyFileSync(join(stack, file), target);
      }
      workspace.configure("");
      await workspace.run("init", "-reconfigure");
      await scene.apply();
      expect(await scene.tokens()).toMatchObject([{ name: "power-bi", inactivity_expiry_days: 60 }]);
      expect((await scene.plan()).exitCode).toBe(EMPTY);
      await scene.destroy();
      expect(await scene.tokens()).toEqual([]);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  it("of the SDK runs and shows no secret", async () => {
    const { stdout } = await runScript(join(EXAMPLES, "sdk/create-token.ts"), ROOT, {
      SAFETYCULTURE_API_URL: scene.server.url,
      SAFETYCULTURE_API_TOKEN: scene.server.apiToken,
    });
    expect(stdout).toContain("Created nightly-export (");
    expect(stdout).not.toContain("scapi_");
    expect(await scene.tokens()).toMatchObject([{ name: "nightly-export", inactivity_expiry_days: 31 }]);
  });

  it.each(registryExamples)("%s of the reference is applied and planned empty", async (file) => {
    const read = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");
    scene.workspace.configure(read("provider/provider.tf") + read(file));
    if (read(file).includes("private_jwk")) {
      // A key that opens nothing would be refused; the sealed secrets' own tests open one.
      expect((await scene.workspace.run("validate")).exitCode).toBe(0);
      return;
    }
    await scene.apply();
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    await scene.destroy();
  });
});
