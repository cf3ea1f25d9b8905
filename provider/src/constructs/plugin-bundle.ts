import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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
      const { synthesizedStackPath } = session.manifest.forStack(stack);
      const directory = dirname(join(session.outdir, synthesizedStackPath));
      const target = join(directory, "terraform.d", "plugins");
      warnOfLockedBuild(directory, target);
      cpSync(PLUGINS, target, { recursive: true });
    },
  };
}

/**
 * Terraform locks the checksum of a plugin and refuses another build of the same version, with a message that does not
 * say where that build comes from.
 */
function warnOfLockedBuild(directory: string, target: string): void {
  const lock = join(directory, ".terraform.lock.hcl");
  const replaced = readdirSync(PLUGINS, { recursive: true, encoding: "utf8" }).some((path) => {
    const [source, present] = [join(PLUGINS, path), join(target, path)];
    return (
      statSync(source).isFile() && existsSync(present) && !readFileSync(source).equals(readFileSync(present))
    );
  });
  if (!replaced || !existsSync(lock)) return;
  process.emitWarning(
    `The SafetyCulture plugin in ${target} was replaced by another build of the same version, and ${lock} still holds ` +
      "the checksum of the old one. Remove that file, then run terraform init.",
  );
}
