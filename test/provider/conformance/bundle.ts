import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileExecutable } from "../../../provider/src/packaging/compile.js";
import { hostTarget } from "../../../provider/src/packaging/targets.js";
import { pluginForm } from "../plugin-file.js";

/** The kitchen as one file, in the form that is tested, in a folder of its own. */
export interface Bundle {
  readonly command: readonly [string, ...string[]];
  /** A new, empty folder for the sockets and temporary files of one process. */
  temporary(): string;
  remove(): void;
}

export async function bundleKitchen(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "kitchen-"));
  const entry = fileURLToPath(new URL("../fixtures/kitchen/main.ts", import.meta.url));
  const file = join(folder, "plugin.mjs");
  const executable = pluginForm === "executable";
  if (executable) await compileExecutable({ entry, target: hostTarget(), outfile: file });
  else await build({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: file });
  return {
    command: executable ? [file] : [process.execPath, file],
    temporary: () => mkdtempSync(join(folder, "tmp-")),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
