import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { terraformBinary } from "./terraform.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the demo", () => {
  // One after the other: both use the same scratch folder inside the clone.
  it.sequential.each([
    [[]],
    [["--hcl"]],
  ])("with %j goes through every step and ends with no token left", async (flags) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), join(ROOT, "examples/demo/main.ts"), ...flags],
      { cwd: ROOT, env: { ...process.env, TSX_DISABLE_CACHE: "1" } },
    );
    expect(stdout.match(/^== .*/gm)).toHaveLength(12);
    expect(stdout).toContain("Plan: 3 to add, 0 to change, 0 to destroy.");
    expect(stdout).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
    expect(stdout.match(/No changes\. Your infrastructure matches the configuration\./g)).toHaveLength(2);
    expect(stdout).toContain("Destroy complete! Resources: 3 destroyed.");
    expect(stdout.trimEnd().endsWith("== The server has no tokens left.")).toBe(true);
    expect(stdout).not.toContain("scapi_");
    expect(existsSync(join(ROOT, ".demo"))).toBe(false);
  });
});
