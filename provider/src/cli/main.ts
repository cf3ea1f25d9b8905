import { parseArgs } from "node:util";
import { VERSION } from "../safetyculture/version.js";
import { install } from "./install.js";
import { mirror } from "./mirror.js";

// terraform-provider-safetyculture: puts the packaged plugin where Terraform finds it.

const HELP = `Usage: terraform-provider-safetyculture COMMAND

  install [--dir DIR]  put the plugin where terraform init looks (default: ~/.terraform.d/plugins)
  mirror DIR           write a filesystem mirror that holds the plugin, for a provider_installation block
  package DIR          write a release: an archive per platform, the registry's manifest and the checksums
  --node               only the small file that needs Node.js, even where executables are at hand
  --version            print the version
  --help               print this
`;

async function run(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: "string" },
      node: { type: "boolean", default: false },
      version: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.version) return VERSION;
  const [command, directory, ...rest] = positionals;
  if (values.help || command === undefined || command === "help") return HELP.trimEnd();
  if (rest.length > 0) throw new Error(`${rest[0]} is one argument too many`);
  if (command === "install") {
    if (directory !== undefined) throw new Error(`install takes its folder as --dir ${directory}`);
    return install(values.dir, values.node);
  }
  if (values.dir !== undefined) throw new Error(`${command} takes its folder without --dir`);
  if (command !== "mirror" && command !== "package") throw new Error(`${command} is not a command`);
  if (directory === undefined) throw new Error(`${command} needs the folder to write to`);
  return command === "mirror"
    ? mirror(directory, values.node)
    : (await import("./package.js")).writeRelease(directory, values.node);
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
  process.stderr.write(`terraform-provider-safetyculture: ${reason}. See --help.\n`);
  process.exitCode = 2;
}
