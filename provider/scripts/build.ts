import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "../src/cli/archive.js";
import { bundlePlugin } from "./bundle.js";
import { layout } from "./layout.js";

// Packages the plugin into dist/plugin, as a file and as an archive, beside the description of where it is to be put.

const root = fileURLToPath(new URL("..", import.meta.url));
const directory = join(root, "dist/plugin");
const file = join(directory, layout.file);

const plugin = await bundlePlugin();
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
writeFileSync(file, plugin);
chmodSync(file, 0o755);
writeFileSync(join(directory, layout.archive), archive({ [layout.file]: Buffer.from(plugin, "latin1") }));
writeFileSync(join(directory, "layout.json"), `${JSON.stringify(layout, null, 2)}\n`);
// The constructs are CommonJS, as CDK packages are, in a package of the other kind.
cpSync(join(root, "src/constructs/package.json"), join(root, "dist/constructs/package.json"));
