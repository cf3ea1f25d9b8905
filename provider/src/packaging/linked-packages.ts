import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { inPlaceOf } from "./alias.js";
import { esbuild } from "./esbuild.js";

/** A package whose code a plugin contains. */
export interface LinkedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package states it. */
  readonly license: string;
  /** Text of its licence file, if it has one. */
  readonly text: string | undefined;
  /** Whether it is installed, and not a part of the program's own repository. */
  readonly isThirdParty: boolean;
}

/** What {@link linkedPackages} looks at: the options of a bundle. */
export interface LinkedOptions {
  /** Module that serves the provider. */
  readonly entry: string;
  /** Modules that stand in for packages, by name. */
  readonly alias?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/**
 * Lists the packages whose code a bundle of the program contains, sorted by name, without the program's own.
 *
 * @throws Error if the program cannot be bundled
 */
export async function linkedPackages({
  entry,
  alias = {},
}: LinkedOptions): Promise<readonly LinkedPackage[]> {
  const { build } = await esbuild();
  const folder = dirname(resolve(entry));
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [resolve(entry)],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    outdir: "/",
    plugins: [inPlaceOf(alias)],
  });
  const own = packageFolder(folder);
  const folders = new Set(
    Object.keys(metafile.inputs).map((input) => packageFolder(dirname(join(folder, input)))),
  );
  return [...folders]
    .filter((found) => found !== undefined && found !== own)
    .map((found) => describe(found ?? ""))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The licence of the package that a program belongs to, as SPDX; NOASSERTION when it states none. */
export function licenceOf(entry: string): string {
  const folder = packageFolder(dirname(resolve(entry)));
  return (folder === undefined ? undefined : manifestOf(folder).license) ?? "NOASSERTION";
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The nearest folder above, or this one, that is a package with a name and a version. */
function packageFolder(folder: string): string | undefined {
  if (existsSync(join(folder, "package.json"))) {
    const { name, version } = manifestOf(folder);
    if (name !== undefined && version !== undefined) return folder;
  }
  const above = dirname(folder);
  return above === folder ? undefined : packageFolder(above);
}

function describe(folder: string): LinkedPackage {
  const { name = "", version = "", license = "NOASSERTION" } = manifestOf(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  return {
    name,
    version,
    license: license.replace(/^\((.*)\)$/, "$1"),
    text: file && readFileSync(join(folder, file), "utf8").trim(),
    isThirdParty: folder.split(sep).includes("node_modules"),
  };
}
