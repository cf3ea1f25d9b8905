import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { zipSync } from "fflate";
import { VERSION } from "../safetyculture/version.js";
import { pluginFiles } from "./plugins.js";

const NAME = `terraform-provider-safetyculture_${VERSION}`;
/** What the registry reads to know which Terraform can use the release. */
const MANIFEST = { version: 1, metadata: { protocol_versions: ["6.0"] } };

const UNIX = 3;
const EXECUTABLE = 0o755 << 16;
// A fixed time, so that the same plugin makes the same archive.
const MODIFIED = new Date("2020-01-01T00:00:00");

/**
 * Writes what a release of the provider consists of: an archive per platform, the registry's manifest and the checksums,
 * which only remain to be signed.
 *
 * @returns what was written, for people
 */
export function writeRelease(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const sums: string[] = [];
  const write = (name: string, content: Uint8Array): void => {
    writeFileSync(join(directory, name), content);
    sums.push(`${createHash("sha256").update(content).digest("hex")}  ${name}`);
  };
  for (const file of pluginFiles()) {
    const platform = basename(dirname(file));
    const entry = zipSync({
      [basename(file)]: [readFileSync(file), { os: UNIX, attrs: EXECUTABLE, mtime: MODIFIED, level: 9 }],
    });
    write(`${NAME}_${platform}.zip`, entry);
  }
  write(`${NAME}_manifest.json`, Buffer.from(`${JSON.stringify(MANIFEST, null, 2)}\n`));
  writeFileSync(join(directory, `${NAME}_SHA256SUMS`), `${sums.join("\n")}\n`);
  return (
    `Wrote ${sums.length} files and ${NAME}_SHA256SUMS to ${directory}. Sign the checksums next:\n` +
    `gpg --detach-sign ${join(directory, `${NAME}_SHA256SUMS`)}`
  );
}
