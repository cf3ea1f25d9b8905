import { basename, dirname, resolve } from "node:path";
import type { BuildOptions, Metafile, TransformOptions } from "esbuild";
import { inPlaceOf } from "./alias.js";
import { esbuild } from "./esbuild.js";
import { launcher } from "./launcher.js";
import { PRELUDE } from "./prelude.js";
import { asynchronous } from "./top-level-await.js";

/** What to bundle. */
export interface BundleOptions {
  /** The program: a module that serves a provider. */
  readonly entry: string;
  /** Name of the plugin in messages, such as `terraform-provider-example`. */
  readonly name: string;
  /** Modules to take in place of others, by name. */
  readonly alias?: Readonly<Record<string, string>>;
  /**
   * The variable that NODE_EXTRA_CA_CERTS is moved to, for a plugin that reads the certificates itself when it needs them.
   * @defaultValue Node.js reads them at every start.
   */
  readonly extraCertificates?: string;
}

const ENTRY = "./entry.js";

const BUILD = {
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  platform: "node",
  format: "esm",
  target: "node20",
  charset: "ascii",
  legalComments: "none",
  outdir: "/",
  chunkNames: "[name]-[hash]",
  define: { "import.meta.url": "pluginUrl" },
} as const satisfies BuildOptions;

const TRANSFORM = {
  format: "cjs",
  platform: "node",
  target: "node20",
  charset: "ascii",
  minifySyntax: true,
  minifyWhitespace: true,
  // What is loaded later goes through the prelude's `load` as well.
  supported: { "dynamic-import": false },
} as const satisfies TransformOptions;

/** Gives a CommonJS module its names beside `default`, as Node.js does when it imports one. */
const NAMES = "{const given=module.exports.default;module.exports={...given,default:given,__esModule:true}}";

/**
 * Bundles a program into the text of a plugin file: a shell's first lines, the prelude, what the program imports at once, and
 * in comments what it imports later, by `import()`.
 *
 * @throws Error if the program cannot be bundled
 */
export async function bundlePluginFile(options: BundleOptions): Promise<string> {
  const { build, transform } = await esbuild();
  const { outputFiles, metafile } = await build({
    ...BUILD,
    // The names of chunks come from the paths of modules, so these are relative to the entry, wherever the build runs.
    absWorkingDir: dirname(resolve(options.entry)),
    entryPoints: { entry: resolve(options.entry) },
    plugins: [inPlaceOf(options.alias ?? {}), asynchronous(resolve(options.entry))],
  });
  const chunks = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
  const entry = chunks.get(ENTRY);
  if (entry === undefined) throw new Error(`${options.entry} was not bundled`);
  const code = async (text: string): Promise<string> => (await transform(text, TRANSFORM)).code;
  const program = await code(entry);
  chunks.delete(ENTRY);
  const atOnce = importedAtOnce(metafile);
  const commonJs = commonJsChunks(metafile);
  const open: string[] = [];
  const later: string[] = [];
  for (const [id, text] of [...chunks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const compiled = (await code(text)) + (commonJs.has(id) ? NAMES : "");
    if (atOnce.has(id)) open.push(`${JSON.stringify(id)}:(module,exports,require,pluginUrl)=>{${compiled}}`);
    else later.push(section(id, compiled));
  }
  const prelude = await transform(PRELUDE, { charset: "ascii", minifySyntax: true, minifyWhitespace: true });
  const main = `((module,require)=>{const exports=module.exports;${program}})({exports:{}},load);\n`;
  return [launcher(options), prelude.code, `const chunks={${open.join(",")}};\n`, main, ...later].join("");
}

/** The chunks that are CommonJS modules which are imported later. */
function commonJsChunks({ inputs, outputs }: Metafile): ReadonlySet<string> {
  const found = Object.entries(outputs).filter(
    ([, { entryPoint }]) => entryPoint !== undefined && inputs[entryPoint]?.format === "cjs",
  );
  return new Set(found.map(([path]) => `./${basename(path)}`));
}

/** The chunks that the entry imports by statements, directly or through others. */
function importedAtOnce({ outputs }: Metafile): ReadonlySet<string> {
  const byId = new Map(Object.entries(outputs).map(([path, output]) => [`./${basename(path)}`, output]));
  const found = new Set<string>();
  const visit = (id: string): void => {
    for (const { path, kind, external } of byId.get(id)?.imports ?? []) {
      const imported = `./${basename(path)}`;
      if (external === true || kind !== "import-statement" || found.has(imported)) continue;
      found.add(imported);
      visit(imported);
    }
  };
  visit(ENTRY);
  return found;
}

/** A comment that holds code; the prelude undoes the escape. */
function section(id: string, code: string): string {
  if (code.includes("*%%/")) throw new Error(`the code of ${id} holds the escape of comments itself`);
  return `/*%%${id}%%${code.replaceAll("*/", "*%%/")}*/\n`;
}
