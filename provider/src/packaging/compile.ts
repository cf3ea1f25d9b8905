import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { inPlaceOf } from "./alias.js";
import { baseBinary } from "./base-binary.js";
import { esbuild } from "./esbuild.js";
import { hostTarget, type TargetName, targets } from "./targets.js";

/** What to compile. */
export interface CompileOptions {
  /** The program: a module that serves a provider. */
  readonly entry: string;
  readonly target: TargetName;
  /** The file to write. */
  readonly outfile: string;
  /** Modules to take in place of others, by name. */
  readonly alias?: Readonly<Record<string, string>>;
  /** Where base binaries are kept; by default a folder of the user's cache. */
  readonly baseBinaries?: string;
}

/** The program's own name within the executable, whatever the entry is called: it is a part of what is hashed. */
const PROGRAM = "plugin.mjs";

/** An executable reads nothing of the folder in which it happens to run. */
const ISOLATED = [
  "--no-compile-autoload-bunfig",
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-tsconfig",
  "--no-compile-autoload-package-json",
];

/**
 * Compiles a program into an executable that needs nothing installed. The same sources make the same bytes in any folder.
 *
 * @throws Error if the program cannot be bundled or a base binary is not the pinned one
 */
export async function compileExecutable(options: CompileOptions): Promise<void> {
  const outfile = resolve(options.outfile);
  const [host, base] = await Promise.all([
    baseBinary(hostTarget(), options.baseBinaries),
    baseBinary(options.target, options.baseBinaries),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "compile-"));
  try {
    writeFileSync(join(folder, PROGRAM), await bundleProgram(options));
    const compiled = `plugin${targets[options.target].suffix}`;
    const { package: name } = targets[options.target];
    const target = `--target=${name.replace("@oven/", "")}`;
    const args = ["build", "--compile", target, "--minify", "--bytecode", "--format=esm", ...ISOLATED];
    // What the environment says to Bun is for other programs.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("BUN_")));
    await promisify(execFile)(
      host,
      [...args, "--compile-executable-path", base, PROGRAM, "--outfile", compiled],
      { cwd: folder, env },
    );
    mkdirSync(dirname(outfile), { recursive: true });
    copyFileSync(join(folder, compiled), outfile);
    chmodSync(outfile, 0o755);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program as one module. Bun's own stand-ins for npm packages never come into play, because nothing is left to resolve. */
async function bundleProgram({ entry, alias = {} }: CompileOptions): Promise<string> {
  const { build } = await esbuild();
  const { outputFiles } = await build({
    // Paths of modules stay in the program, so they are relative to the entry, wherever the build runs.
    absWorkingDir: dirname(resolve(entry)),
    entryPoints: [resolve(entry)],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    banner: {
      js: 'import{createRequire as moduleRequire}from"node:module";const require=moduleRequire(import.meta.url);',
    },
    plugins: [inPlaceOf(alias)],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} was not bundled`);
  return file.text;
}
