import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { synthesize } from "./stack.js";

/** Writes the configuration of one step, as it is before or after the change, and answers the folder to run in. */
export type Configure = (changed: boolean) => string;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The configuration as a CDKTF program; the provider construct puts the plugin beside it. */
export const fromCdktf =
  (scratch: string): Configure =>
  (changed) =>
    synthesize(join(scratch, "cdktf.out"), changed);

/** The configuration as plain HCL, with the plugin installed beside it by its own command. */
export function fromHcl(scratch: string): Configure {
  const directory = join(scratch, "hcl");
  mkdirSync(directory, { recursive: true });
  const command = here("../../provider/dist/cli/main.js");
  execFileSync(process.execPath, [command, "install", "--dir", join(directory, "terraform.d/plugins")]);
  return (changed) => {
    copyFileSync(here(changed ? "after.tf" : "before.tf"), join(directory, "main.tf"));
    return directory;
  };
}
