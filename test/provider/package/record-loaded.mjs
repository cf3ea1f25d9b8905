import fs from "node:fs";
import { register, syncBuiltinESMExports } from "node:module";

// Preloaded with --import: writes the address of each module that the process loads into the file that LOADED names, and a line
// of its own, "handshake", before the first byte on standard output.

const { LOADED } = process.env;
const { writeSync } = fs;

if (!import.meta.url.endsWith("?hooks")) {
  register(`${import.meta.url}?hooks`);
  fs.writeSync = (descriptor, ...rest) => {
    if (descriptor === 1) fs.appendFileSync(LOADED, "handshake\n");
    return writeSync(descriptor, ...rest);
  };
  syncBuiltinESMExports();
}

/** Puts the schema that the build has computed into its place, as the bundler does. */
export async function resolve(specifier, context, nextResolve) {
  return nextResolve(specifier === "./prebuilt-schema.js" ? "./prebuilt/schema.js" : specifier, context);
}

export async function load(url, context, nextLoad) {
  fs.appendFileSync(LOADED, `${url}\n`);
  return nextLoad(url, context);
}
