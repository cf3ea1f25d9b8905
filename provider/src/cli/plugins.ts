import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The packaged plugin, laid out as Terraform looks for it: HOST/NAMESPACE/TYPE/VERSION/PLATFORM/file. */
const PLUGINS = fileURLToPath(new URL("../plugins", import.meta.url));

/** Copies the plugin of every platform below a folder. A file that Terraform is running is replaced, not overwritten. */
export function copyPlugins(directory: string): void {
  if (process.platform === "win32") throw new Error("the plugin does not run on Windows; use it from WSL");
  if (!existsSync(PLUGINS)) throw new Error("the plugin is not built: run npm run build first");
  for (const entry of readdirSync(PLUGINS, { recursive: true, encoding: "utf8" })) {
    const source = join(PLUGINS, entry);
    if (!statSync(source).isFile()) continue;
    const target = join(directory, relative(PLUGINS, source));
    mkdirSync(dirname(target), { recursive: true });
    const fresh = `${target}.${process.pid}`;
    copyFileSync(source, fresh);
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  }
}
