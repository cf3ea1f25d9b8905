import { homedir } from "node:os";
import { join } from "node:path";
import { installPlugin } from "./plugin.js";
import { whatItNeeds } from "./what-it-needs.js";

/**
 * Puts the plugin into a folder that `terraform init` searches by itself.
 *
 * @param directory the folder of plugins; by default that of the user
 * @param nodeOnly puts the file that needs Node.js, even where executables are at hand
 * @returns what was done and what comes next, for people
 */
export function install(directory = join(homedir(), ".terraform.d", "plugins"), nodeOnly = false): string {
  const placed = installPlugin(directory, nodeOnly);
  return (
    `Installed to ${directory}. ${whatItNeeds(placed)}\nRun terraform init in your configuration next.\n` +
    "Where terraform init already ran with another build of this version, remove .terraform.lock.hcl first: it holds " +
    "the checksum of that build."
  );
}
