import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, transform } from "esbuild";
import { LAUNCHER } from "./launcher.js";

// The plugin file: a shell's first lines, the prelude, the eager code, and the lazy sections in comments.

const root = fileURLToPath(new URL("..", import.meta.url));
const PROVIDER = "./load.js";
const SDK = "@safetyculture-tokens/sdk";

const OPTIONS = {
  bundle: true,
  write: false,
  platform: "node",
  target: "node20",
  charset: "ascii",
  minifySyntax: true,
  minifyWhitespace: true,
  // What is loaded later goes through the prelude's `load` as well.
  supported: { "dynamic-import": false },
} as const satisfies BuildOptions;

/** What is loaded after the handshake, by the name that the code before it imports it with. */
const SECTIONS: readonly {
  readonly id: string;
  readonly entry: string;
  readonly external: readonly string[];
}[] = [
  { id: PROVIDER, entry: join(root, "dist/load.js"), external: [SDK, "jose"] },
  { id: SDK, entry: SDK, external: ["undici"] },
  // Wanted only where secrets are sealed.
  { id: "jose", entry: "jose", external: [] },
  { id: "undici", entry: join(root, "scripts/undici-agents.cjs"), external: [] },
];

/** Bundles the built provider into the text of the plugin file. */
export async function bundlePlugin(): Promise<string> {
  const prelude = await transform(readFileSync(join(root, "scripts/prelude.js"), "utf8"), {
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const eager = await bundle(join(root, "dist/plugin.js"), "iife", [PROVIDER]);
  const lazy = await Promise.all(
    SECTIONS.map(async ({ id, entry, external }) => section(id, await bundle(entry, "cjs", external))),
  );
  return [LAUNCHER, prelude.code, `((require)=>{${eager}})(load);\n`, ...lazy].join("");
}

async function bundle(entry: string, format: "iife" | "cjs", external: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    ...OPTIONS,
    format,
    entryPoints: [entry],
    absWorkingDir: root,
    plugins: [
      {
        name: "sections",
        setup({ onResolve }) {
          onResolve({ filter: /.*/ }, ({ path }) =>
            external.includes(path) ? { path, external: true } : undefined,
          );
        },
      },
    ],
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${entry} was not bundled`);
  return file.text;
}

/** A comment that holds code; the prelude undoes the escape. */
function section(id: string, code: string): string {
  if (code.includes("*%%/")) throw new Error(`the code of ${id} holds the escape of comments itself`);
  return `/*%%${id}%%${code.replaceAll("*/", "*%%/")}*/\n`;
}
