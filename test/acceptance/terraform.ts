import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

/** The outcome of one Terraform command. */
export interface Outcome {
  readonly exitCode: number;
  /** Standard output and standard error, in that order. */
  readonly output: string;
}

/** The Terraform binary of this machine: TERRAFORM_BIN, else `terraform`, else `tofu`, on PATH. */
export const terraformBinary: string | undefined = [process.env["TERRAFORM_BIN"], "terraform", "tofu"].find(
  (name) => {
    try {
      if (name)
        execFileSync(name, ["version"], {
          stdio: "ignore",
          env: { ...process.env, CHECKPOINT_DISABLE: "1" },
        });
      return Boolean(name);
    } catch {
      return false;
    }
  },
);

if (terraformBinary === undefined) {
  const message = "NO TERRAFORM: acceptance tests need terraform or tofu on PATH, or TERRAFORM_BIN.";
  if (process.env["CI"] === "true") throw new Error(message);
  process.stderr.write(`\n*** ${message} They are skipped. ***\n\n`);
}

/** A folder with a configuration, a provider in a filesystem mirror, and nothing of the user's Terraform settings. */
export class Workspace {
  readonly #root = mkdtempSync(join(tmpdir(), "acceptance-"));
  readonly #stack = join(this.#root, "stack");
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(environment: NodeJS.ProcessEnv) {
    const settings = join(this.#root, "terraformrc");
    mkdirSync(this.#stack);
    writeFileSync(
      settings,
      `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(join(this.#root, "mirror"))} }\n}\n`,
    );
    const { PATH, HOME, TMPDIR } = process.env;
    this.#environment = {
      PATH,
      HOME,
      ...(TMPDIR ? { TMPDIR } : {}),
      TF_CLI_CONFIG_FILE: settings,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      ...environment,
    };
  }

  /** Bundles a provider's entry file and installs it as `registry.terraform.io/example/TYPE` in the mirror. */
  static async withProvider(
    type: string,
    entry: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Workspace> {
    const workspace = new Workspace(environment);
    const version = "0.0.1";
    const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
    const folder = join(workspace.#root, "mirror/registry.terraform.io/example", type, version, platform);
    mkdirSync(folder, { recursive: true });
    const bundle = join(folder, "provider.mjs");
    await build({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: bundle });
    const launcher = join(folder, `terraform-provider-${type}_v${version}`);
    writeFileSync(
      launcher,
      `#!/bin/sh\nexec '${process.execPath}' "$(dirname "$(readlink -f "$0")")/provider.mjs"\n`,
    );
    chmodSync(launcher, 0o755);
    return workspace;
  }

  configure(hcl: string): void {
    writeFileSync(join(this.#stack, "main.tf"), hcl);
  }

  run(...args: string[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      execFile(
        terraformBinary ?? "terraform",
        [...args, "-no-color"],
        { cwd: this.#stack, env: this.#environment, maxBuffer: 64 << 20 },
        (error, stdout, stderr) => {
          const exitCode = error ? error.code : 0;
          if (typeof exitCode === "number") resolve({ exitCode, output: stdout + stderr });
          else reject(error);
        },
      );
    });
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
