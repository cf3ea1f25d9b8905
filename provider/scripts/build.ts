import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "../src/cli/archive.js";
import { bundlePluginFile } from "../src/packaging/bundle.js";
import { linkedPackages } from "../src/packaging/linked-packages.js";
import { noticesOf } from "../src/packaging/notices.js";
import { sbomOf } from "../src/packaging/sbom.js";
import { layout, PROVIDER_NAME } from "./layout.js";
import { program } from "./program.js";

// Packages the plugin into dist/plugin, as a file and as an archive, beside the description of where it is to be put; and the
// licences of what it contains, and its bill of materials, into dist/notices.

const root = fileURLToPath(new URL("..", import.meta.url));
const directory = join(root, "dist/plugin");
const file = join(directory, layout.file);

const packaged = await program();
const plugin = await bundlePluginFile({
  ...packaged,
  name: PROVIDER_NAME,
  extraCertificates: "SAFETYCULTURE_EXTRA_CA_CERTS",
});
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
writeFileSync(file, plugin);
chmodSync(file, 0o755);
const packages = await linkedPackages(packaged);
const product = { name: PROVIDER_NAME, version: layout.version, license: "Apache-2.0" };
const notices = {
  LICENSE: readFileSync(join(root, "../LICENSE")),
  "THIRD-PARTY-NOTICES.txt": Buffer.from(noticesOf(packages)),
  "sbom.cdx.json": Buffer.from(sbomOf(product, packages)),
};
mkdirSync(join(root, "dist/notices"), { recursive: true });
for (const [name, content] of Object.entries(notices))
  writeFileSync(join(root, "dist/notices", name), content);
writeFileSync(
  join(directory, layout.archive),
  archive({ [layout.file]: Buffer.from(plugin, "latin1"), ...notices }),
);
writeFileSync(join(directory, "layout.json"), `${JSON.stringify(layout, null, 2)}\n`);
// The constructs are CommonJS, as CDK packages are, in a package of the other kind.
cpSync(join(root, "src/constructs/package.json"), join(root, "dist/constructs/package.json"));
