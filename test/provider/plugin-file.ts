import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The form of the plugin that tests run: the file that Node.js runs, or the executable compiled for this machine. */
export const pluginForm = process.env["PLUGIN_FORM"] === "executable" ? "executable" : "node";

const path = (name: string): string => fileURLToPath(new URL(`../../provider/dist/${name}`, import.meta.url));

/** The packaged plugin, in the form that is tested. */
export function pluginFile(): string {
  const directory = path("plugin");
  const { file } = JSON.parse(readFileSync(join(directory, "layout.json"), "utf8")) as { file: string };
  const plugin = join(directory, file);
  return pluginForm === "node" ? plugin : besideExecutable(plugin, file);
}

/** The folder of an installed executable: the plugin file, whose first lines start what lies beside it. */
function besideExecutable(plugin: string, file: string): string {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const name = process.platform === "darwin" ? "executable-darwin" : "executable-glibc";
  const folder = path("test-executable");
  mkdirSync(folder, { recursive: true });
  // Several test files do this at once.
  const fresh = mkdtempSync(join(folder, "fresh-"));
  renameSync(copyOf(plugin, join(fresh, file)), join(folder, file));
  symlinkSync(path(`executables/${process.platform}_${arch}`), join(fresh, name));
  renameSync(join(fresh, name), join(folder, name));
  rmSync(fresh, { recursive: true });
  return join(folder, file);
}

function copyOf(from: string, to: string): string {
  copyFileSync(from, to);
  return to;
}
