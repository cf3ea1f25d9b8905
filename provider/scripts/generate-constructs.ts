import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { terraformSchema } from "./terraform-schema.js";

// Level 1 constructs from the provider's own schema, by @cdktf/provider-generator, with neither Terraform nor a
// registry. Its main entry asks for jsii, which nothing here needs, so the generator is taken from its own file.

const OUTPUT = fileURLToPath(new URL("../src/constructs/generated", import.meta.url));
const CONSTRAINT = "safetyculture-tokens/safetyculture@~> 0.1";

// Loading @cdktf/commons runs `terraform version`, which would log the user's own Terraform settings as errors.
Object.assign(process.env, { TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" });
const require = createRequire(import.meta.url);
const { CodeMaker } = require("codemaker") as typeof import("codemaker");
const commons = require("@cdktf/commons") as typeof import("@cdktf/commons");
const { TerraformProviderGenerator } =
  require("@cdktf/provider-generator/lib/get/generator/provider-generator") as typeof import("@cdktf/provider-generator/lib/get/generator/provider-generator.js");

const generator = new TerraformProviderGenerator(new CodeMaker(), terraformSchema() as never);
generator.generate(
  new commons.ConstructsMakerProviderTarget(
    new commons.TerraformProviderConstraint(CONSTRAINT),
    commons.Language.TYPESCRIPT,
  ),
);
const scratch = mkdtempSync(join(tmpdir(), "constructs-"));
try {
  await generator.save(scratch);
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  cpSync(join(scratch, "providers/safetyculture"), OUTPUT, {
    recursive: true,
    filter: (path) => !path.endsWith("README.md") && !path.endsWith("lazy-index.ts"),
  });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const index = join(OUTPUT, "index.ts");
writeFileSync(index, readFileSync(index, "utf8").replaceAll(/'(\.\/[^']+)'/g, "'$1/index.js'"));
