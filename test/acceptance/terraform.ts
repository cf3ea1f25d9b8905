import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { findTerraform, terraformEnvironment } from "../../examples/demo/terraform.js";
import { compileExecutable } from "../../provider/src/packaging/compile.js";
import { hostTarget } from "../../provider/src/packaging/targets.js";
import { pluginForm } from "../provider/plugin-file.js";

/** The outcome of one Terraform command. */
export interface Outcome {
  readonly exitCode: number;
  /** Standard output and standard error, in that order. */
  readonly output: string;
}

/** The Terraform binary of this machine, if there is one. */
export const terraformBinary = findTerraform(process.env);

if (terraformBinary === undefined) {
  const message = "NO TERRAFORM: acceptance tests need terraform or tofu on PATH, or TERRAFORM_BIN.";
  if (process.env["CI"] === "true") throw new Error(message);
  process.stderr.write(`\n*** ${message} They are skipped. ***\n\n`);
}

/** The registry that a source address without a host stands for. */
export const registryHost = terraformBinary?.endsWith("tofu")
  ? "registry.opentofu.org"
  : "registry.terraform.io";

const PLUGIN_COMMAND = fileURLToPath(new URL("../../provider/dist/cli/main.js", import.meta.url));

/** A Terraform command that has not ended yet. */
export class RunningTerraform {
  readonly exitCode: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #output: Buffer[] = [];

  constructor(directory: string, env: NodeJS.ProcessEnv, args: readonly string[]) {
    this.#child = spawn(terraformBinary ?? "terraform", [...args, "-no-color"], {
      cwd: directory,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => this.#output.push(chunk));
    }
    this.exitCode = new Promise((resolve) => {
      this.#child.once("exit", (code) => resolve(code));
    });
  }

  /** Terraform's own process. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Standard output and standard error so far. */
  get output(): string {
    return Buffer.concat(this.#output).toString();
  }

  /** Resolves with the first match of a pattern in the output, as soon as there is one. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve) => {
      const look = (): void => {
        const match = pattern.exec(this.output);
        if (match) resolve(match);
      };
      this.#child.stdout?.on("data", look);
      this.#child.stderr?.on("data", look);
      look();
    });
  }

  /** Ctrl-C: a signal for Terraform and its plugins alike. */
  interrupt(): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, "SIGINT");
    } catch {
      // It has ended by itself.
    }
  }

  /** Ends Terraform and its plugins at once. */
  killAll(): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }

  /** Ends Terraform, and nothing else, at once. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }
}

/** A folder with a configuration, a provider that Terraform finds, and nothing of the user's Terraform settings. */
export class Workspace {
  /** The folder that holds everything of this workspace. */
  readonly root = mkdtempSync(join(tmpdir(), "acceptance-"));
  readonly #environment: NodeJS.ProcessEnv;
  /** What the caller set, and may change between two commands. */
  readonly #given: NodeJS.ProcessEnv;
  /** Where Terraform runs. */
  readonly directory = join(this.root, "stack");

  private constructor(environment: NodeJS.ProcessEnv) {
    mkdirSync(this.directory);
    mkdirSync(join(this.root, "tmp"));
    this.#given = environment;
    this.#environment = { ...terraformEnvironment(process.env), TMPDIR: join(this.root, "tmp") };
  }

  /** Bundles a provider's entry file and installs it as `example/TYPE` in a mirror. */
  static async withProvider(
    type: string,
    entry: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Workspace> {
    const workspace = new Workspace(environment);
    const version = "0.0.1";
    const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
    const mirror = join(workspace.root, "mirror");
    const folder = join(mirror, registryHost, "example", type, version, platform);
    mkdirSync(folder, { recursive: true });
    const launcher = join(folder, `terraform-provider-${type}_v${version}`);
    await writePlugin(entry, launcher);
    const settings = join(workspace.root, "terraformrc");
    writeFileSync(
      settings,
      `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(mirror)} }\n}\n`,
    );
    workspace.#environment["TF_CLI_CONFIG_FILE"] = settings;
    return workspace;
  }

  /** A workspace without any provider. */
  static empty(environment: NodeJS.ProcessEnv = {}): Workspace {
    return new Workspace(environment);
  }

  /** Installs the packaged plugin beside the configuration, as its own command does it. */
  static withPlugin(environment: NodeJS.ProcessEnv = {}): Workspace {
    const workspace = new Workspace(environment);
    execFileSync(process.execPath, [
      PLUGIN_COMMAND,
      "install",
      "--dir",
      join(workspace.directory, "terraform.d/plugins"),
      ...(pluginForm === "node" ? ["--node"] : []),
    ]);
    return workspace;
  }

  /** Writes a file of the configuration. */
  configure(hcl: string, file = "main.tf"): void {
    const path = join(this.directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, hcl);
  }

  /** The state file as text, or an empty text when there is none. */
  state(): string {
    try {
      return readFileSync(join(this.directory, "terraform.tfstate"), "utf8");
    } catch {
      return "";
    }
  }

  /** Runs one Terraform command. */
  run(...args: string[]): Promise<Outcome> {
    return this.runWith({}, ...args);
  }

  /** Runs one Terraform command with further variables in its environment. */
  runWith(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      execFile(
        terraformBinary ?? "terraform",
        [...args, "-no-color"],
        {
          cwd: this.directory,
          env: { ...this.#environment, ...this.#given, ...environment },
          maxBuffer: 256 << 20,
        },
        (error, stdout, stderr) => {
          const exitCode = error ? error.code : 0;
          if (typeof exitCode === "number") resolve({ exitCode, output: stdout + stderr });
          else reject(error);
        },
      );
    });
  }

  /** Starts one Terraform command in a process group of its own, as a shell does. */
  start(environment: NodeJS.ProcessEnv, ...args: string[]): RunningTerraform {
    return new RunningTerraform(
      this.directory,
      { ...this.#environment, ...this.#given, ...environment },
      args,
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Makes a plugin of a program, in the form that is tested. */
async function writePlugin(entry: string, file: string): Promise<void> {
  if (pluginForm === "executable") {
    await compileExecutable({ entry, target: hostTarget(), outfile: file });
    return;
  }
  const bundle = join(dirname(file), "provider.mjs");
  await build({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: bundle });
  writeFileSync(
    file,
    `#!/bin/sh\nexec '${process.execPath}' "$(dirname "$(readlink -f "$0")")/provider.mjs"\n`,
  );
  chmodSync(file, 0o755);
}
