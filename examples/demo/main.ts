import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { fromCdktf, fromHcl } from "./configurations.js";
import { findTerraform, runTerraform, terraformEnvironment } from "./terraform.js";

// The whole product on real parts: Terraform plans and applies three tokens through the provider, against the mock
// server. Everything happens in .demo, which is removed at the end.

const NOTHING_TO_DO = 0;
const CHANGES = 2;

/** The configuration that is wanted: HCL, or CDKTF. */
function wantsHcl(): boolean {
  try {
    return parseArgs({ options: { hcl: { type: "boolean", default: false } } }).values.hcl;
  } catch {
    console.error("The demo takes one option: npm run demo -- --hcl");
    return process.exit(2);
  }
}

const hcl = wantsHcl();
const scratch = fileURLToPath(new URL("../../.demo", import.meta.url));
// Ctrl-C reaches Terraform by itself; the demo ends when Terraform has.
process.on("SIGINT", () => undefined);

const terraform = findTerraform(process.env);
if (terraform === undefined) {
  const { TERRAFORM_BIN: chosen } = process.env;
  console.error(
    chosen
      ? `TERRAFORM_BIN is ${chosen}, which cannot be run.`
      : "The demo needs terraform or tofu on PATH, or its path in TERRAFORM_BIN.",
  );
  process.exit(1);
}

rmSync(scratch, { recursive: true, force: true });
mkdirSync(join(scratch, "tmp"), { recursive: true });
await using server = await startMockServer({ port: 0 });
await using client = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken });
const configure = hcl ? fromHcl(scratch) : fromCdktf(scratch);
const env = {
  ...terraformEnvironment(process.env),
  TMPDIR: join(scratch, "tmp"),
  SAFETYCULTURE_API_URL: server.url,
  SAFETYCULTURE_API_TOKEN: server.apiToken,
};
let directory = "";

class StepFailed extends Error {}

/** Announces a step, runs Terraform, and ends the demo unless it ends as it should. */
async function step(heading: string, expected: number, command: string, ...args: string[]): Promise<void> {
  console.log(`\n== ${heading}\n`);
  const plain = process.stdout.isTTY ? [] : ["-no-color"];
  const code = await runTerraform(terraform as string, directory, env, [
    command,
    "-input=false",
    ...plain,
    ...args,
  ]);
  if (code !== expected) {
    throw new StepFailed(`${terraform} ${command} ended with ${code} where ${expected} was expected.`);
  }
}

async function demo(): Promise<void> {
  console.log(`== The mock server listens on ${server.url}; the configuration is ${hcl ? "HCL" : "CDKTF"}`);
  directory = configure(false);
  await step("Init: Terraform finds the plugin beside the configuration", 0, "init");
  await step("Plan: three tokens to create", CHANGES, "plan", "-detailed-exitcode");
  await step("Apply: the tokens are created", 0, "apply", "-auto-approve");
  await step("A second plan is empty", NOTHING_TO_DO, "plan", "-detailed-exitcode");

  directory = configure(true);
  await step(
    "Plan: name, expiry and permissions of one token change in place",
    CHANGES,
    "plan",
    "-detailed-exitcode",
  );
  await step("Apply: the token is edited; its secret stays", 0, "apply", "-auto-approve");

  const { items } = await client.serviceUserTokens.list().all();
  const victim = items.find(({ name }) => name === "scim-provisioning");
  if (victim === undefined) throw new StepFailed("The server has no token named scim-provisioning.");
  await client.serviceUserTokens.revoke(victim.id);
  await step("One token was revoked behind Terraform's back: drift", CHANGES, "plan", "-detailed-exitcode");
  await step("Apply: the token is regenerated", 0, "apply", "-auto-approve");
  await step("The next plan is empty", NOTHING_TO_DO, "plan", "-detailed-exitcode");
  await step("Destroy: the tokens are revoked and deleted", 0, "destroy", "-auto-approve");

  const left = (await client.serviceUserTokens.list().all()).items.length;
  console.log(`\n== The server has ${left === 0 ? "no tokens" : `${left} tokens`} left.`);
  if (left > 0) throw new StepFailed("Destroy left tokens behind.");
}

try {
  await demo();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`\n== Stopped: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
