// Stands in front of the plugin's eager code. What is needed only after the handshake lies behind that code in comments,
// which cost nothing at the start, and is compiled when it is first asked for.
const sections = new Map();

/** Takes the place of `require` for all code of the plugin: Node's modules, and the sections of this file. */
// biome-ignore lint/correctness/noUnusedVariables: the code that is put behind this file uses it.
function load(id) {
  if (id.startsWith("node:")) return require(id);
  const loaded = sections.get(id);
  if (loaded) return loaded.exports;
  const text = require("node:fs").readFileSync(__filename, "latin1");
  const opening = `/*%%${id}%%`;
  const start = text.indexOf(opening);
  if (start < 0) return require(id);
  const code = text.slice(start + opening.length, text.indexOf("*/", start)).replaceAll("*%%/", "*/");
  const module = { exports: {} };
  sections.set(id, module);
  require("node:vm").compileFunction(code, ["module", "exports", "require"], {
    filename: `${__filename}:${id}`,
  })(module, module.exports, load);
  return module.exports;
}
