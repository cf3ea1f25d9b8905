import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "../src/cli/archive.js";
import { bundlePluginFile } from "../src/packaging/bundle.js";
import { layout, PROVIDER_NAME } from "./layout.js";

// Packages the plugin into dist/plugin, as a file and as an archive, beside the description of where it is to be put.

const root = fileURLToPath(new URL("..", import.meta.url));
const directory = join(root, "dist/plugin");
const file = join(directory, layout.file);

const plugin = await bundlePluginFile({
  entry: join(root, "dist/plugin.js"),
  name: PROVIDER_NAME,
  alias: { undici: join(root, "scripts/undici-agents.cjs") },
  extraCertificates: "SAFETYCULTURE_EXTRA_CA_CERTS",
});
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
writeFileSync(file, plugin);
chmodSync(file, 0o755);
writeFileSync(join(directory, layout.archive), archive({ [layout.file]: Buffer.from(plugin, "latin1") }));
writeFileSync(join(directory, "layout.json"), `${JSON.stringify(layout, null, 2)}\n`);
// The constructs are CommonJS, as CDK packages are, in a package of the other kind.
cpSync(join(root, "src/constructs/package.json"), join(root, "dist/constructs/package.json"));
