import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIRECTORY = fileURLToPath(new URL("../plugin", import.meta.url));

/** The packaged plugin and where it is to be put. */
export interface PackagedPlugin {
  /** Path of the plugin file, the same for every platform. */
  readonly path: string;
  /** Name of that file. */
  readonly file: string;
  readonly version: string;
  readonly platforms: readonly string[];
  /** The folders below a folder of plugins in which Terraform and OpenTofu look for it. */
  readonly folders: readonly string[];
}

/** Finds the plugin of this package. */
export function packagedPlugin(): PackagedPlugin {
  const description = join(DIRECTORY, "layout.json");
  if (!existsSync(description)) throw new Error("the plugin is not built: run npm run build first");
  const layout = JSON.parse(readFileSync(description, "utf8")) as Omit<PackagedPlugin, "path">;
  return { ...layout, path: join(DIRECTORY, layout.file) };
}

/**
 * Puts the plugin below a folder of plugins, for every platform. The file is written once and linked, and one that
 * Terraform is running is replaced, not overwritten.
 */
export function placePlugin(directory: string): void {
  if (process.platform === "win32") throw new Error("the plugin does not run on Windows; use it from WSL");
  const { path, file, folders } = packagedPlugin();
  mkdirSync(directory, { recursive: true });
  const fresh = join(directory, `.${file}.${process.pid}`);
  copyFileSync(path, fresh);
  chmodSync(fresh, 0o755);
  try {
    for (const folder of folders) {
      const target = join(directory, folder);
      mkdirSync(target, { recursive: true });
      const link = join(target, `.${file}.${process.pid}`);
      linkSync(fresh, link);
      renameSync(link, join(target, file));
    }
  } finally {
    rmSync(fresh, { force: true });
  }
}
