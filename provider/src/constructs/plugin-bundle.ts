import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TerraformStack } from "cdktf";
import { packagedPlugin, placePlugin } from "./place-plugin.js";

const bundled = new WeakSet<TerraformStack>();

/** Puts the plugin beside the stack's configuration whenever the stack is synthesized. */
export function bundlePlugin(stack: TerraformStack): void {
  if (bundled.has(stack)) return;
  bundled.add(stack);
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      synthesizer.synthesize(session);
      const { synthesizedStackPath } = session.manifest.forStack(stack);
      placeBeside(dirname(join(session.outdir, synthesizedStackPath)));
    },
  };
}

function placeBeside(stackDirectory: string): void {
  const plugins = join(stackDirectory, "terraform.d", "plugins");
  warnOfLockedBuild(stackDirectory, plugins);
  placePlugin(plugins, { alone: true });
}

/**
 * Terraform locks the checksum of a plugin and refuses another build of the same version, with a message that does not
 * say where that build comes from.
 */
function warnOfLockedBuild(stackDirectory: string, plugins: string): void {
  const { directory, archive, name, version, platforms, sources } = packagedPlugin();
  const present = join(plugins, sources[0] ?? "", `${name}_${version}_${platforms[0]}.zip`);
  const lock = join(stackDirectory, ".terraform.lock.hcl");
  if (!existsSync(lock) || !existsSync(present)) return;
  if (readFileSync(join(directory, archive)).equals(readFileSync(present))) return;
  process.emitWarning(
    `The SafetyCulture plugin below ${stackDirectory} was replaced by another build of the same version, and ${lock} still ` +
      "holds the checksum of the old one. Remove that file, then run terraform init.",
  );
}
