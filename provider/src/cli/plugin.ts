import { chmodSync, constants, copyFileSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { packagedPlugin, placePlugin } from "../constructs/place-plugin.js";
import { type Executable, executables } from "./executables.js";

/** What was put where. */
export interface Placed {
  /** Platforms that need nothing installed. */
  readonly executable: readonly string[];
  /** Platforms that need Node.js. */
  readonly node: readonly string[];
}

/**
 * Puts the plugin below a folder of plugins: the executables where there are some for a platform, and else the file that
 * needs Node.js.
 *
 * @param nodeOnly leaves the executables aside
 */
export function installPlugin(directory: string, nodeOnly: boolean): Placed {
  const { platforms } = packagedPlugin();
  const ready = nodeOnly ? [] : executables();
  const executable = [...new Set(ready.map(({ platform }) => platform))];
  const node = platforms.filter((platform) => !executable.includes(platform));
  placePlugin(directory, { platforms: node });
  for (const platform of executable) {
    placeExecutables(
      directory,
      platform,
      ready.filter((candidate) => candidate.platform === platform),
    );
  }
  return { executable, node };
}

/** What the plugin's folder, or its archive, holds for a platform with executables: name in it, and where it is now. */
export function filesOf(platform: string, ready: readonly Executable[]): ReadonlyMap<string, string> {
  const { directory, file } = packagedPlugin();
  // Windows has no shell that could choose.
  if (platform.startsWith("windows")) return new Map(ready.map(({ path }) => [`${file}.exe`, path]));
  return new Map([[file, join(directory, file)], ...ready.map(({ name, path }) => [name, path] as const)]);
}

function placeExecutables(directory: string, platform: string, ready: readonly Executable[]): void {
  const { name, version, sources } = packagedPlugin();
  for (const source of sources) {
    rmSync(join(directory, source, `${name}_${version}_${platform}.zip`), { force: true });
    for (const [file, from] of filesOf(platform, ready)) {
      const target = join(directory, source, version, platform, file);
      mkdirSync(dirname(target), { recursive: true });
      // A file that Terraform is running is replaced, not overwritten.
      const fresh = `${target}.${process.pid}`;
      linkOrCopy(from, fresh);
      renameSync(fresh, target);
    }
  }
}

/** Not every file system has hard links, and none has them across its border. */
function linkOrCopy(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    chmodSync(to, 0o755);
  }
}
