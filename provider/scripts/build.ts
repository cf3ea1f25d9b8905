import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlePlugin } from "./bundle.js";
import { PLATFORMS, pluginPath } from "./layout.js";

// Packages the plugin below dist/plugins, in the layout that Terraform looks for.

const root = fileURLToPath(new URL("..", import.meta.url));
const plugins = join(root, "dist/plugins");

const plugin = await bundlePlugin();
rmSync(plugins, { recursive: true, force: true });
for (const platform of PLATFORMS) {
  const file = join(plugins, pluginPath(platform));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, plugin);
  chmodSync(file, 0o755);
}
// The constructs are CommonJS, as CDK packages are, in a package of the other kind.
cpSync(join(root, "src/constructs/package.json"), join(root, "dist/constructs/package.json"));
