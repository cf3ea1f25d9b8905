import { resolve } from "node:path";
import { copyPlugins } from "./plugins.js";

/**
 * Writes a filesystem mirror that holds the plugin.
 *
 * @returns the settings that make Terraform use it, for people
 */
export function mirror(directory: string): string {
  copyPlugins(directory);
  return `Wrote a filesystem mirror to ${directory}. Point the Terraform CLI configuration at it:

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
