import { resolve } from "node:path";
import { installPlugin } from "./plugin.js";
import { whatItNeeds } from "./what-it-needs.js";

/**
 * Writes a filesystem mirror that holds the plugin.
 *
 * @param nodeOnly puts the file that needs Node.js, even where executables are at hand
 * @returns the settings that make Terraform use it, for people
 */
export function mirror(directory: string, nodeOnly = false): string {
  const placed = installPlugin(directory, nodeOnly);
  return `Wrote a filesystem mirror to ${directory}. ${whatItNeeds(placed)}
Point the Terraform CLI configuration at it:

provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(resolve(directory))}
    include = ["safetyculture-tokens/*"]
  }
  direct {
    exclude = ["safetyculture-tokens/*"]
  }
}`;
}
