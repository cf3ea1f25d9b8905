import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SCOPE = "@safetyculture-tokens";
const run = promisify(execFile);
const { workspaces }: { workspaces: string[] } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
}

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rebuild-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the plugin file and its zip are the same, byte by byte, from a clone in another folder, whatever the working directory", async () => {
  const hashes = await Promise.all([
    build(join(folder, "one")),
    build(join(folder, "deeper/in/another place"), "provider"),
  ]);
  expect(Object.keys(hashes[0] ?? {})).toHaveLength(3);
  expect(hashes[0]).toEqual(hashes[1]);
});

/** Builds the plugin from a copy of the sources, and returns the hash of each file that came out. */
async function build(clone: string, workingDirectory = "."): Promise<Record<string, string>> {
  copySources(clone);
  const options = { cwd: clone, env: { PATH: process.env["PATH"], TSX_DISABLE_CACHE: "1" } };
  await run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-b", "--noCheck"], options);
  await run(process.execPath, ["--import", "tsx", join(clone, "provider/scripts/build.ts")], {
    ...options,
    cwd: join(clone, workingDirectory),
  });
  const plugin = join(clone, "provider/dist/plugin");
  return Object.fromEntries(
    readdirSync(plugin).map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(plugin, name)))
        .digest("hex"),
    ]),
  );
}

/** The sources as a clone has them, and the installed packages. */
function copySources(clone: string): void {
  const filter = (path: string): boolean => !["node_modules", "dist"].includes(basename(path));
  for (const name of [...workspaces, "package.json", "LICENSE", "tsconfig.json", "tsconfig.base.json"]) {
    cpSync(join(ROOT, name), join(clone, name), { recursive: true, filter });
  }
  const packages = join(clone, "node_modules");
  mkdirSync(join(packages, SCOPE), { recursive: true });
  const bundled = new Set<string>();
  for (const workspace of workspaces) {
    const { name, dependencies = {} }: Manifest = JSON.parse(
      readFileSync(join(clone, workspace, "package.json"), "utf8"),
    );
    symlinkSync(join(clone, workspace), join(packages, name));
    for (const dependency of Object.keys(dependencies)) bundled.add(dependency.split("/")[0] ?? "");
  }
  // What may become a part of the plugin is in its place; the tools may be anywhere.
  for (const name of readdirSync(join(ROOT, "node_modules")).filter((entry) => entry !== SCOPE)) {
    if (bundled.has(name))
      cpSync(join(ROOT, "node_modules", name), join(packages, name), { recursive: true });
    else symlinkSync(join(ROOT, "node_modules", name), join(packages, name));
  }
}
