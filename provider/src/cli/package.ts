import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { packagedPlugin } from "./plugin.js";

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
  const { path, file, version, platforms } = packagedPlugin();
  const name = `terraform-provider-safetyculture_${version}`;
  mkdirSync(directory, { recursive: true });
  const sums: string[] = [];
  const write = (asset: string, content: Uint8Array): void => {
    writeFileSync(join(directory, asset), content);
    sums.push(`${createHash("sha256").update(content).digest("hex")}  ${asset}`);
  };
  const archive = zipSync({
    [file]: [readFileSync(path), { os: UNIX, attrs: EXECUTABLE, mtime: MODIFIED, level: 9 }],
  });
  for (const platform of platforms) write(`${name}_${platform}.zip`, archive);
  write(`${name}_manifest.json`, Buffer.from(`${JSON.stringify(MANIFEST, null, 2)}\n`));
  writeFileSync(join(directory, `${name}_SHA256SUMS`), `${sums.join("\n")}\n`);
  return (
    `Wrote ${sums.length} files and ${name}_SHA256SUMS to ${directory}. Sign the checksums next:\n` +
    `gpg --detach-sign ${join(directory, `${name}_SHA256SUMS`)}`
  );
}
