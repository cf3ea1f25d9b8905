import { execFileSync, spawn } from "node:child_process";
import { resolve } from "node:path";

/**
 * The Terraform of this machine: TERRAFORM_BIN, else `terraform`, else `tofu`, on PATH; `undefined` when there is none.
 */
export function findTerraform(env: NodeJS.ProcessEnv): string | undefined {
  const { TERRAFORM_BIN: chosen } = env;
  return (chosen ? [chosen.includes("/") ? resolve(chosen) : chosen] : ["terraform", "tofu"]).find((name) => {
    try {
      execFileSync(name, ["version"], { stdio: "ignore", env: terraformEnvironment(env) });
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * An environment without the user's own Terraform settings, so that a run depends on nothing but its folder and makes no
 * request to anybody but the provider's API.
 */
export function terraformEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(env).filter(([name]) => !/^(TF_|TERRAFORM_|SAFETYCULTURE_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    TF_CLI_CONFIG_FILE: process.platform === "win32" ? "NUL" : "/dev/null",
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

/** Runs one Terraform command in a folder, with its output shown as it comes; answers its exit code. */
export function runTerraform(
  binary: string,
  directory: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(binary, args, { cwd: directory, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => done(code ?? 1));
  });
}
