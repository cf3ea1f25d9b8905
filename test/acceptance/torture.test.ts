import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { terraformBinary } from "./terraform.js";

const TORTURE = fileURLToPath(new URL("../torture/index.ts", import.meta.url));

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
test.skipIf(terraformBinary === undefined)(
  "a short torture run leaves no token without an owner, and no dead secret in the state",
  async () => {
    const args = ["--import", import.meta.resolve("tsx"), TORTURE, "--rounds", "4", "--seed", "7"];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    });
    expect(stdout).toContain("4 rounds, 0 with violations");
  },
  180_000,
);
