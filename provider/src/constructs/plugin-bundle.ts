import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TerraformStack } from "cdktf";

/** The packaged plugin, and the description of where it is to be put. */
const PLUGIN = join(__dirname, "..", "plugin");

interface Layout {
  readonly file: string;
  /** The folders below a folder of plugins in which Terraform and OpenTofu look for the file. */
  readonly folders: readonly string[];
}

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
      placePlugin(dirname(join(session.outdir, synthesizedStackPath)));
    },
  };
}

/** Copies the file once and links the other folders to it: it is the same for every platform. */
function placePlugin(stackDirectory: string): void {
  const description = join(PLUGIN, "layout.json");
  if (!existsSync(description)) {
    throw new Error(`The packaged plugin is missing from ${PLUGIN}: build the package before synthesizing.`);
  }
  const { file, folders } = JSON.parse(readFileSync(description, "utf8")) as Layout;
  const source = join(PLUGIN, file);
  const plugins = join(stackDirectory, "terraform.d", "plugins");
  const targets = folders.map((folder) => join(plugins, folder, file));
  const [first, ...others] = targets;
  if (first === undefined) return;
  warnOfLockedBuild(stackDirectory, source, first);
  for (const target of targets) {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
  }
  copyFileSync(source, first);
  for (const target of others) linkSync(first, target);
}

/**
 * Terraform locks the checksum of a plugin and refuses another build of the same version, with a message that does not
 * say where that build comes from.
 */
function warnOfLockedBuild(stackDirectory: string, source: string, present: string): void {
  const lock = join(stackDirectory, ".terraform.lock.hcl");
  if (!existsSync(lock) || !existsSync(present) || readFileSync(source).equals(readFileSync(present))) return;
  process.emitWarning(
    `The SafetyCulture plugin below ${stackDirectory} was replaced by another build of the same version, and ${lock} still ` +
      "holds the checksum of the old one. Remove that file, then run terraform init.",
  );
}
