import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TerraformStack } from "cdktf";

/** The packaged plugin, laid out as Terraform looks for it: HOST/NAMESPACE/TYPE/VERSION/PLATFORM/file. */
const PLUGINS = join(__dirname, "..", "plugins");

const bundled = new WeakSet<TerraformStack>();

/** Copies the plugin beside the stack's configuration whenever the stack is synthesized. */
export function bundlePlugin(stack: TerraformStack): void {
  if (bundled.has(stack)) return;
  bundled.add(stack);
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      synthesizer.synthesize(session);
      if (!existsSync(PLUGINS)) {
        throw new Error(
          `The packaged plugin is missing from ${PLUGINS}: build the package before synthesizing.`,
        );
      }
      const configuration = join(session.outdir, session.manifest.forStack(stack).synthesizedStackPath);
      cpSync(PLUGINS, join(dirname(configuration), "terraform.d", "plugins"), { recursive: true });
    },
  };
}
