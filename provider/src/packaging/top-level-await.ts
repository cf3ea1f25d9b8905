import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Plugin } from "esbuild";

/** An import statement as esbuild prints it without white space. */
const IMPORT = /^import(?:[\w$*{}, ]*?from)?"[^"]+"(?:with\{[^}]*\})?;/;

const loaders = { ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx", ".jsx": "jsx" } as const;

/**
 * Makes a program that waits at its top level, which a plugin file cannot, an asynchronous function that is called, below its
 * imports. Its exports are for nobody.
 */
export const asynchronous = (entry: string): Plugin => ({
  name: "top-level-await",
  setup({ onLoad, esbuild: { transform } }) {
    onLoad({ filter: /.*/ }, async ({ path }) => {
      if (path !== entry) return undefined;
      const source = await readFile(path, "utf8");
      const loader = Object.entries(loaders).find(([extension]) => extension === extname(path))?.[1] ?? "js";
      const waits = await transform(source, { loader, format: "cjs", logLevel: "silent" }).then(
        () => false,
        () => true,
      );
      if (!waits) return undefined;
      const { code } = await transform(source, { loader, format: "esm", minifyWhitespace: true });
      return { contents: wrapped(code), loader: "js" };
    });
  },
});

function wrapped(code: string): string {
  const imports: string[] = [];
  let body = code;
  for (let match = IMPORT.exec(body); match !== null; match = IMPORT.exec(body)) {
    imports.push(match[0]);
    body = body.slice(match[0].length);
  }
  return `${imports.join("\n")}\n(async()=>{${body.replace(/export\{[^}]*\};\s*$/, "")}\n})();`;
}
