import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The packaged plugin, laid out as Terraform looks for it: HOST/NAMESPACE/TYPE/VERSION/PLATFORM/file. */
const PLUGINS = fileURLToPath(new URL("../plugins", import.meta.url));

/** The packaged plugin of every platform. */
export function pluginFiles(): readonly string[] {
  if (!existsSync(PLUGINS)) throw new Error("the plugin is not built: run npm run build first");
  return readdirSync(PLUGINS, { recursive: true, encoding: "utf8" })
    .map((entry) => join(PLUGINS, entry))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Copies the plugin of every platform below a folder. A file that Terraform is running is replaced, not overwritten. */
export function copyPlugins(directory: string): void {
  if (process.platform === "win32") throw new Error("the plugin does not run on Windows; use it from WSL");
  for (const source of pluginFiles()) {
    const target = join(directory, relative(PLUGINS, source));
    mkdirSync(dirname(target), { recursive: true });
    const fresh = `${target}.${process.pid}`;
    copyFileSync(source, fresh);
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  }
}
