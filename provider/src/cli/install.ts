import { homedir } from "node:os";
import { join } from "node:path";
import { copyPlugins } from "./plugins.js";

/**
 * Puts the plugin into a folder that `terraform init` searches by itself.
 *
 * @param directory the folder of plugins; by default that of the user
 * @returns what was done and what comes next, for people
 */
export function install(directory = join(homedir(), ".terraform.d", "plugins")): string {
  copyPlugins(directory);
  return (
    `Installed to ${directory}. Run terraform init in your configuration next.\n` +
    "Where terraform init already ran with another build of this version, remove .terraform.lock.hcl first: it holds " +
    "the checksum of that build."
  );
}
