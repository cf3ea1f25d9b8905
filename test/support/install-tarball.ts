import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/**
 * Installs packages of this repository into a project as npm would: each from its tarball, and beside them what they declare as
 * dependencies, and nothing else.
 *
 * @param names - Packages of this repository; those that they depend on come along.
 * @param extras - Other packages that the project itself has, such as `esbuild`.
 * @returns the files of each tarball.
 */
export async function installTarballs(
  project: string,
  names: readonly string[],
  extras: readonly string[] = [],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const workspaces = new Map(
    (manifest(ROOT).workspaces ?? []).map((folder) => [manifest(join(ROOT, folder)).name, folder]),
  );
  const modules = join(project, "node_modules");
  const contents: Record<string, readonly string[]> = {};
  const install = async (name: string): Promise<void> => {
    const target = join(modules, name);
    if (contents[name] !== undefined) return;
    mkdirSync(dirname(target), { recursive: true });
    const workspace = workspaces.get(name);
    if (workspace === undefined) {
      contents[name] = [];
      symlinkSync(realpathSync(join(ROOT, "node_modules", name)), target);
      return;
    }
    contents[name] = await unpack(workspace, target);
    for (const dependency of Object.keys(manifest(target).dependencies ?? {})) await install(dependency);
  };
  for (const name of [...names, ...extras]) await install(name);
  return contents;
}

/** Packs a workspace and unpacks the tarball, as npm does with what it downloads. */
async function unpack(workspace: string, target: string): Promise<readonly string[]> {
  mkdirSync(target);
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", target, "--workspace", workspace];
  const { stdout } = await run("npm", args, { cwd: ROOT, shell: process.platform === "win32" });
  const [packed]: Packed[] = JSON.parse(stdout);
  if (packed === undefined) throw new Error(`${workspace} was not packed`);
  const tarball = join(target, packed.filename);
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", target]);
  rmSync(tarball);
  return packed.files.map(({ path }) => path);
}
