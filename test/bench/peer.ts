import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlePluginFile } from "../../provider/dist/packaging/bundle.js";
import { compileExecutable } from "../../provider/dist/packaging/compile.js";
import { hostTarget } from "../../provider/dist/packaging/targets.js";
import { registryHost, Workspace } from "../acceptance/terraform.js";
import { median } from "./report.js";

// A small `random` on our framework, in both forms, beside a provider in Go that has the same resource, such as
// hashicorp/random. GO_PROVIDER names its binary; without one, the executable is compared with Terraform's built-in resource.

/** Resources, and how often each command runs with so many. */
const SIZES = [
  [1, 9],
  [100, 5],
  [1_000, 3],
] as const;
/** What the executable should hold beside Go, by size. */
const HOLD: Readonly<Record<number, string>> = { 1: "at most 1.1", 100: "at most 0.7", 1000: "at most 0.5" };

const COMMANDS = {
  plan: ["plan"],
  apply: ["apply", "-auto-approve"],
  "empty plan": ["plan"],
  destroy: ["destroy", "-auto-approve"],
} as const;

type Command = keyof typeof COMMANDS;

const VERSION = "0.0.1";
const SOURCE = "example/random";
const ENTRY = fileURLToPath(new URL("peer/random.ts", import.meta.url));

const configuration = (count: number): string => `terraform {
  required_providers {
    random = { source = "${SOURCE}" }
  }
}

resource "random_integer" "this" {
  count = ${count}
  min   = 1
  max   = 1000000
}`;

const builtIn = (count: number): string => `resource "terraform_data" "this" {
  count = ${count}
  input = "1"
}`;

interface Contender {
  readonly name: string;
  readonly configuration: (count: number) => string;
  readonly settings: NodeJS.ProcessEnv;
}

/** Puts a plugin into a mirror, and returns the settings with which Terraform finds it there. */
async function installed(folder: string, write: (file: string) => Promise<void>): Promise<NodeJS.ProcessEnv> {
  const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  const plugin = join(
    folder,
    registryHost,
    SOURCE,
    VERSION,
    platform,
    `terraform-provider-random_v${VERSION}`,
  );
  mkdirSync(join(plugin, ".."), { recursive: true });
  await write(plugin);
  const settings = join(folder, "terraformrc");
  writeFileSync(
    settings,
    `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(folder)} }\n}\n`,
  );
  return { TF_CLI_CONFIG_FILE: settings };
}

async function contenders(folder: string): Promise<readonly Contender[]> {
  const { GO_PROVIDER: go } = process.env;
  if (go !== undefined && !existsSync(go)) throw new Error(`GO_PROVIDER names ${go}, which does not exist`);
  const executable = await installed(join(folder, "executable"), (outfile) =>
    compileExecutable({ entry: ENTRY, target: hostTarget(), outfile }),
  );
  const node = await installed(join(folder, "node"), async (file) => {
    const text = await bundlePluginFile({ entry: ENTRY, name: "terraform-provider-random" });
    writeFileSync(file, text, { encoding: "latin1", mode: 0o755 });
  });
  const peer =
    go === undefined
      ? { name: "terraform_data", configuration: builtIn, settings: {} }
      : {
          name: "Go",
          configuration,
          settings: await installed(join(folder, "go"), async (file) => copyFileSync(go, file)),
        };
  return [
    { name: "executable", configuration, settings: executable },
    { name: "Node file", configuration, settings: node },
    peer,
  ];
}

/** Seconds of each command, for a workspace that is empty before and after. */
async function measure(workspace: Workspace): Promise<Record<Command, number>> {
  const times: Partial<Record<Command, number>> = {};
  for (const [command, args] of Object.entries(COMMANDS)) {
    const started = performance.now();
    const { exitCode, output } = await workspace.run(...args);
    if (exitCode !== 0) throw new Error(output);
    times[command as Command] = performance.now() - started;
  }
  return { plan: 0, apply: 0, "empty plan": 0, destroy: 0, ...times };
}

async function compare(count: number, rounds: number, all: readonly Contender[]): Promise<void> {
  const workspaces = all.map((contender) => {
    const workspace = Workspace.empty(contender.settings);
    workspace.configure(contender.configuration(count));
    return { contender, workspace, times: [] as Record<Command, number>[] };
  });
  try {
    for (const { workspace } of workspaces) await workspace.run("init");
    // The first round warms caches.
    for (let round = -1; round < rounds; round += 1) {
      for (const { workspace, times } of workspaces) {
        const time = await measure(workspace);
        if (round >= 0) times.push(time);
      }
    }
  } finally {
    for (const { workspace } of workspaces) workspace.remove();
  }
  const peer = workspaces.at(-1);
  for (const { contender, times } of workspaces.slice(0, -1)) {
    const ratios = (Object.keys(COMMANDS) as Command[]).map((command) => {
      const typical = (of: readonly Record<Command, number>[]): number =>
        median(of.map((time) => time[command]));
      return `${command} ${(typical(times) / typical(peer?.times ?? [])).toFixed(2)}x`;
    });
    const hold = contender.name === "executable" && peer?.contender.name === "Go" ? ` (${HOLD[count]})` : "";
    console.log(`${contender.name}, ${count}, against ${peer?.contender.name}: ${ratios.join(", ")}${hold}`);
  }
}

/** Plan, apply, empty plan and destroy of 1, 100 and 1,000 resources, in turn. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "peer-"));
  try {
    const all = await contenders(folder);
    for (const [count, rounds] of SIZES) await compare(count, rounds, all);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
