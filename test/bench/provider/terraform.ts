import { startMockServer } from "@safetyculture-tokens/mock-server";
import { load } from "../../../provider/dist/load.js";
import { serveReattachable } from "../../../provider/dist/transport/reattach.js";
import { registryHost, Workspace } from "../../acceptance/terraform.js";
import { median, report } from "../report.js";
import { watchMemory } from "./memory.js";

const ROUNDS = 9;
const SIZES = [1, 20, 200];
const ADDRESS = `${registryHost}/safetyculture-tokens/safetyculture`;

// Paused, because an organization has at most 20 active tokens.
const tokens = (count: number): string => `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}

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

/** Wall time of a command, as a ratio of medians, both workspaces in turn. */
async function ratio(ours: Workspace, theirs: Workspace, rounds: number, ...args: string[]): Promise<number> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    b.push(await seconds(theirs, ...args));
    a.push(await seconds(ours, ...args));
  }
  return median(a) / median(b);
}

/** Plan, apply, an empty plan and a refresh of some tokens, against as many of Terraform's built-in resource. */
async function compare(count: number): Promise<void> {
  // A server for each way of serving, so that a list holds the tokens of one of them only.
  await using server = await startMockServer({ port: 0 });
  await using other = await startMockServer({ port: 0 });
  const environment = { SAFETYCULTURE_API_URL: server.url, SAFETYCULTURE_API_TOKEN: server.apiToken };
  const served = { SAFETYCULTURE_API_URL: other.url, SAFETYCULTURE_API_TOKEN: other.apiToken };
  const provider = await serveReattachable({ protocolVersion: 6, load: async () => load(served) });
  const launched = Workspace.withPlugin(environment);
  const reattached = Workspace.empty({ TF_REATTACH_PROVIDERS: provider.reattachConfig(ADDRESS) });
  const theirs = (): Workspace => {
    const workspace = Workspace.empty();
    workspace.configure(builtIn(count));
    return workspace;
  };
  try {
    launched.configure(tokens(count));
    reattached.configure(tokens(count));
    await seconds(launched, "init");

    const what = `of ${count}, against terraform_data`;
    const aim = count === 1 ? "aim: at most 5" : "no aim";
    const pacing = count > 20 ? "no aim; the client stays under 200 writes in 60 seconds" : "no aim";
    for (const [ours, how, held] of [
      [launched, "", aim],
      [reattached, ", reattached", "no aim"],
    ] as const) {
      const against = theirs();
      report(`plan ${what}${how}`, await ratio(ours, against, ROUNDS, "plan"), held);
      report(`apply ${what}${how}`, await ratio(ours, against, 1, "apply", "-auto-approve"), pacing);
      report(`empty plan ${what}${how}`, await ratio(ours, against, ROUNDS, "plan"), held);
      against.remove();
    }

    server.journal.clear();
    await seconds(launched, "plan", "-refresh-only");
    const requests = server.journal.entries().length;
    report(
      `requests of a refresh of ${count}, against ceil(n/100) + 1`,
      requests / (Math.ceil(count / 100) + 1),
      "at most 1",
    );
    const running = launched.start({}, "plan");
    const peaks = watchMemory(running.pid);
    await running.exitCode;
    report(`peak memory of an empty plan of ${count}, against 80 MB`, peaks().child / 80, "at most 1");
  } finally {
    launched.remove();
    reattached.remove();
    await provider.close();
  }
}

/** Terraform with the packaged plugin, for 1, 20 and 200 tokens. */
export async function terraformRatios(): Promise<void> {
  for (const count of SIZES) await compare(count);
}
