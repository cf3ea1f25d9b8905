import { fileURLToPath } from "node:url";
import { compileExecutable } from "../src/packaging/compile.js";
import { hostTarget, isTargetName, targetNames } from "../src/packaging/targets.js";
import { program } from "./program.js";

// Compiles the plugin into dist/executables: for this machine, for the targets that are named, or for --all.

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const args = process.argv.slice(2);
const names = args.includes("--all") ? targetNames : args.length > 0 ? args : [hostTarget()];
const packaged = await program();
for (const target of names) {
  if (!isTargetName(target))
    throw new Error(`${target} is not a target; the targets are ${targetNames.join(", ")}`);
  await compileExecutable({
    ...packaged,
    target,
    outfile: path(`dist/executables/${target}`),
  });
}
