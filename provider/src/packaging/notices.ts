import type { LinkedPackage } from "./linked-packages.js";
import { BUN_VERSION } from "./targets.js";

const RULE = `\n${"-".repeat(80)}\n\n`;

const RUNTIME = `Bun ${BUN_VERSION}, in the executables only (MIT)

The executables contain the runtime Bun, Copyright (c) Oven, under the MIT licence. Bun links JavaScriptCore and other parts of
WebKit statically, which are under the GNU Lesser General Public License, version 2 (some of them under BSD licences). Their source,
and how to build Bun with a changed one, is at https://github.com/oven-sh/bun and https://github.com/oven-sh/WebKit; the other
libraries in it, with their licences, are listed at https://bun.sh/docs/project/licensing. The Node file contains nothing of them.`;

/**
 * Writes the notices that go along with a plugin: name, version and licence of each package whose code it contains.
 *
 * @returns text, the same for the same packages
 */
export function noticesOf(packages: readonly LinkedPackage[]): string {
  const entries = packages
    .filter(({ isThirdParty }) => isThirdParty)
    .map(({ name, version, license, text }) =>
      [
        `${name} ${version} (${license})`,
        text ?? "The package has no file with the text; see https://spdx.org/licenses.",
      ].join("\n\n"),
    );
  return `${["This plugin contains code of these packages.", ...entries, RUNTIME].join(RULE)}\n`;
}
