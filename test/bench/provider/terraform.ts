import { startMockServer } from "@safetyculture-tokens/mock-server";
import { Workspace } from "../../acceptance/terraform.js";
import { median, report } from "../report.js";

const ROUNDS = 7;
const SIZES = [1, 20, 200];

const HEADER = `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
`;

// Paused, because an organization has at most 20 active tokens.
const tokens = (count: number): string => `${HEADER}
resource "safetyculture_service_user_token" "this" {
  count       = ${count}
  name        = "token \${count.index}"
  permissions = ["inspections.view"]
  enabled     = false
}`;

const builtIn = (count: number): string => `
resource "terraform_data" "this" {
  count = ${count}
  input = "token \${count.index}"
}`;

async function seconds(workspace: Workspace, ...args: string[]): Promise<number> {
  const started = process.hrtime.bigint();
  const { exitCode, output } = await workspace.run(...args);
  if (exitCode !== 0) throw new Error(output);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Wall time of plan, apply and an empty plan for some tokens, against as many of Terraform's built-in resource. */
async function compare(count: number): Promise<void> {
  await using server = await startMockServer({ port: 0 });
  const ours = Workspace.withPlugin({
    SAFETYCULTURE_API_URL: server.url,
    SAFETYCULTURE_API_TOKEN: server.apiToken,
  });
  const theirs = Workspace.empty();
  try {
    ours.configure(tokens(count));
    theirs.configure(builtIn(count));
    for (const workspace of [ours, theirs]) await seconds(workspace, "init");
    const ratio = async (...args: string[]): Promise<number> => {
      const [a, b]: [number[], number[]] = [[], []];
      for (let round = 0; round < (args[0] === "apply" ? 1 : ROUNDS); round += 1) {
        b.push(await seconds(theirs, ...args));
        a.push(await seconds(ours, ...args));
      }
      return median(a) / median(b);
    };
    const hold = count === 1 ? "aim: at most 5" : "no aim";
    report(`plan of ${count}, against terraform_data`, await ratio("plan"), hold);
    report(`apply of ${count}, against terraform_data`, await ratio("apply", "-auto-approve"), "no aim");
    report(`empty plan of ${count}, against terraform_data`, await ratio("plan"), hold);
    const before = server.journal.entries().length;
    await seconds(ours, "plan", "-refresh-only");
    const requests = server.journal.entries().length - before;
    report(
      `requests of a refresh of ${count}, against ceil(n/100) + 1`,
      requests / (Math.ceil(count / 100) + 1),
      "at most 1",
    );
  } finally {
    ours.remove();
    theirs.remove();
  }
}

/** Terraform with the packaged plugin, for 1, 20 and 200 tokens. */
export async function terraformRatios(): Promise<void> {
  for (const count of SIZES) await compare(count);
}
