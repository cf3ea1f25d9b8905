import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The packaged plugin, and the description of where it is to be put. */
const PLUGIN = join(__dirname, "..", "..", "dist", "plugin");

/** Where and under which names the plugin is put. */
export interface Layout {
  /** Name of the plugin, without its version. */
  readonly name: string;
  /** Name of the plugin file. */
  readonly file: string;
  /** Name of the archive that holds the plugin file. */
  readonly archive: string;
  readonly version: string;
  /** Platforms, as Terraform names them, that can execute the plugin file: it is the same for all of them. */
  readonly platforms: readonly string[];
  /** The folders below a folder of plugins in which Terraform and OpenTofu look for it. */
  readonly sources: readonly string[];
}

/** The packaged plugin. */
export interface PackagedPlugin extends Layout {
  /** The folder that holds it. */
  readonly directory: string;
}

/** Options of {@link placePlugin}. */
export interface PlaceOptions {
  /**
   * Removes other versions of the plugin, of which `terraform init` would go on using the one that it used before.
   * @default false
   */
  readonly alone?: boolean;
  /**
   * The platforms to place the plugin for.
   * @default - all that can execute it
   */
  readonly platforms?: readonly string[];
}

/**
 * Finds the plugin of this package.
 *
 * @throws Error if the package is not built
 */
export function packagedPlugin(): PackagedPlugin {
  const description = join(PLUGIN, "layout.json");
  if (!existsSync(description)) {
    throw new Error(`the packaged plugin is missing from ${PLUGIN}: run npm run build first`);
  }
  return { ...(JSON.parse(readFileSync(description, "utf8")) as Layout), directory: PLUGIN };
}

/**
 * Puts the plugin below a folder of plugins, for every platform, as archives: they need no executable bits and no links, and
 * Terraform locks one checksum for all platforms.
 *
 * @param directory a folder of plugins, such as `terraform.d/plugins`
 * @returns the archives
 */
export function placePlugin(directory: string, options: PlaceOptions = {}): readonly string[] {
  const plugin = packagedPlugin();
  const archives: string[] = [];
  for (const source of plugin.sources) {
    const folder = join(directory, source);
    mkdirSync(folder, { recursive: true });
    if (options.alone === true) removeOthers(folder, plugin);
    for (const platform of options.platforms ?? plugin.platforms) {
      // Terraform would take the folder before the archive.
      rmSync(join(folder, plugin.version, platform), { recursive: true, force: true });
      const archive = join(folder, `${plugin.name}_${plugin.version}_${platform}.zip`);
      const fresh = `${archive}.${process.pid}`;
      copyFileSync(join(plugin.directory, plugin.archive), fresh);
      renameSync(fresh, archive);
      archives.push(archive);
    }
  }
  return archives;
}

/** Removes what earlier synthesizes and installations of other versions left. */
function removeOthers(folder: string, { name, version }: Layout): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isVersion = entry.isDirectory() && /^\d+\.\d+\.\d+/.test(entry.name);
    const isArchive = entry.name.startsWith(`${name}_`) && !entry.name.startsWith(`${name}_${version}_`);
    if (isVersion || isArchive) rmSync(join(folder, entry.name), { recursive: true, force: true });
  }
}
