import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BUN_VERSION, type Target, type TargetName, targets } from "./targets.js";

/**
 * The checked base binary of a target: from the package of Bun that is installed beside the project or this tool, or else
 * from a cache that npm fills.
 *
 * @param directory the cache; by default one of the user
 * @returns its path
 * @throws Error if the binary is not the pinned one, or npm cannot get it
 */
export async function baseBinary(name: TargetName, directory = cacheDirectory()): Promise<string> {
  const target: Target = targets[name];
  const installed = installedBinary(target);
  if (installed !== undefined && (await sha256(installed)) === target.sha256) return installed;
  const folder = join(directory, name);
  const file = join(folder, "node_modules", target.package, target.binary);
  if (!existsSync(file)) await install(target, folder);
  const found = await sha256(file);
  if (found === target.sha256) return file;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(
    `${target.package} ${BUN_VERSION} holds another binary than expected (SHA-256 ${found} instead of ${target.sha256}); ` +
      "it was removed and nothing was built with it",
  );
}

function cacheDirectory(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(base, "provider-framework", `bun-${BUN_VERSION}`);
}

function installedBinary(target: Target): string | undefined {
  for (const from of [join(process.cwd(), "package.json"), fileURLToPath(import.meta.url)]) {
    try {
      const description = createRequire(from).resolve(`${target.package}/package.json`);
      const file = join(dirname(description), target.binary);
      if (existsSync(file)) return file;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** npm checks the package, whichever machine it is for, against the registry's own checksum. */
async function install(target: Target, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["--no-save", "--ignore-scripts", "--force", "--no-audit", "--no-fund", "--silent"];
  const args = ["install", "--prefix", folder, ...options, `${target.package}@${BUN_VERSION}`];
  await promisify(execFile)(npm, args, { cwd: folder, shell: process.platform === "win32" }).catch(
    (cause) => {
      throw new Error(`npm could not get ${target.package}@${BUN_VERSION}`, { cause });
    },
  );
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
