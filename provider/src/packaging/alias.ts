import type { Plugin } from "esbuild";

/** Whole names only: a module that takes the place of a package may itself load parts of that package. */
export const inPlaceOf = (alias: Readonly<Record<string, string>>): Plugin => ({
  name: "alias",
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path }) => {
      const other = alias[path];
      return other === undefined ? undefined : { path: other };
    });
  },
});
