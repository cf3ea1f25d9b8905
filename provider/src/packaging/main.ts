import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundlePluginFile } from "./bundle.js";
import { compileExecutable } from "./compile.js";
import { licenceOf, linkedPackages } from "./linked-packages.js";
import { noticesOf } from "./notices.js";
import { sbomOf } from "./sbom.js";
import { hostTarget, isTargetName, type TargetName, targetNames } from "./targets.js";

// provider-framework: makes what Terraform executes out of a program that serves a provider.

const HELP = `Usage: provider-framework COMMAND ENTRY --out FILE

  bundle ENTRY --out FILE                  write the plugin as one small file that Node.js 20.19 or newer runs
  compile ENTRY --out FILE [--target T]…   write the plugin as an executable that needs nothing installed
  --target T  ${targetNames.join(", ")};
              by default this machine's. For several, FILE must hold {target}
  --notices F write the licences of the packages whose code the plugin contains
  --sbom F    write its bill of materials (CycloneDX, JSON)
  --help      print this

ENTRY is a module that serves a provider, in TypeScript or JavaScript. FILE is named terraform-provider-TYPE_vVERSION.
`;

async function run(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      target: { type: "string", multiple: true },
      notices: { type: "string" },
      sbom: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command, entry, ...rest] = positionals;
  if (values.help || command === undefined) return HELP.trimEnd();
  if (command !== "bundle" && command !== "compile") throw new Error(`${command} is not a command`);
  if (entry === undefined) throw new Error(`${command} needs the module that serves the provider`);
  if (rest.length > 0) throw new Error(`${rest[0]} is one argument too many`);
  if (values.out === undefined) throw new Error(`${command} needs the file to write, as --out FILE`);
  if (command === "compile") {
    const wrote = await compile(entry, values.out, targetsOf(values.target));
    return [wrote, ...(await describe(entry, values.out, values))].join("\n");
  }
  if (values.target !== undefined)
    throw new Error("bundle takes no --target: its file is the same for all platforms");
  return [await bundle(entry, values.out), ...(await describe(entry, values.out, values))].join("\n");
}

async function bundle(entry: string, out: string): Promise<string> {
  const name = basename(out).replace(/_v[^_]*$/, "");
  const text = await bundlePluginFile({ entry, name });
  mkdirSync(dirname(resolve(out)), { recursive: true });
  writeFileSync(out, text, "latin1");
  chmodSync(out, 0o755);
  return `Wrote ${out}, which needs Node.js.`;
}

/** Writes what the plugin consists of, where it is asked for. */
async function describe(
  entry: string,
  out: string,
  { notices, sbom }: { readonly notices?: string | undefined; readonly sbom?: string | undefined },
): Promise<readonly string[]> {
  if (notices === undefined && sbom === undefined) return [];
  const packages = await linkedPackages({ entry });
  const [, name = basename(out), version = "0.0.0"] = /^(.*?)_v([^_]*)$/.exec(basename(out, ".exe")) ?? [];
  const write = (file: string | undefined, text: string): readonly string[] => {
    if (file === undefined) return [];
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, text);
    return [`Wrote ${file}.`];
  };
  return [
    ...write(notices, noticesOf(packages)),
    ...write(sbom, sbomOf({ name, version, license: licenceOf(entry) }, packages)),
  ];
}

async function compile(entry: string, out: string, targets: readonly TargetName[]): Promise<string> {
  if (targets.length > 1 && !out.includes("{target}")) {
    throw new Error("--out must hold {target} when there are several targets");
  }
  const files = targets.map((target) => ({ target, outfile: out.replaceAll("{target}", target) }));
  for (const file of files) await compileExecutable({ entry, ...file });
  return `Wrote ${files.map(({ outfile }) => outfile).join(", ")}.`;
}

function targetsOf(names: readonly string[] = [hostTarget()]): readonly TargetName[] {
  return names.flatMap((list) =>
    list.split(",").map((name) => {
      if (!isTargetName(name))
        throw new Error(`${name} is not a target; the targets are ${targetNames.join(", ")}`);
      return name;
    }),
  );
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(
    `provider-framework: ${error instanceof Error ? error.message : String(error)}. See --help.\n`,
  );
  process.exitCode = 2;
}
