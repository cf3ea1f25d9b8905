/**
 * Stands in front of a plugin file's code. What is needed only after the handshake lies behind that code in comments, which
 * cost nothing at the start, and is compiled when it is first asked for. `load` takes the place of `require` for all code of
 * the plugin: the runtime's modules, the chunks that lie in the open, and the sections in comments.
 */
export const PRELUDE = `
const sections = new Map();
const pluginUrl = require("node:url").pathToFileURL(__filename).href;
function load(id) {
  if (!id.startsWith("./")) return require(id);
  const loaded = sections.get(id);
  if (loaded) return loaded.exports;
  const module = { exports: {} };
  const run = Object.hasOwn(chunks, id) ? chunks[id] : compile(id);
  sections.set(id, module);
  run(module, module.exports, load, pluginUrl);
  return module.exports;
}
let text;
function compile(id) {
  text ??= require("node:fs").readFileSync(__filename, "latin1");
  const opening = "/*%%" + id + "%%";
  const start = text.indexOf(opening);
  if (start < 0) throw new Error("the plugin file holds no " + id);
  const code = text.slice(start + opening.length, text.indexOf("*/", start)).replaceAll("*%%/", "*/");
  return require("node:vm").compileFunction(code, ["module", "exports", "require", "pluginUrl"], {
    filename: __filename + ":" + id,
  });
}
`;
