import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packagedPlugin } from "../constructs/place-plugin.js";
import { archive } from "./archive.js";
import { executables } from "./executables.js";
import { filesOf } from "./plugin.js";
import { whatItNeeds } from "./what-it-needs.js";

/** The licences of what the plugin contains, and its bill of materials. */
const NOTICES = fileURLToPath(new URL("../../dist/notices", import.meta.url));
/** What the registry reads to know which Terraform can use the release. */
const MANIFEST = { version: 1, metadata: { protocol_versions: ["6.0"] } };

/**
 * Writes what a release of the provider consists of: an archive per platform, the registry's manifest and the checksums,
 * which only remain to be signed.
 *
 * @param nodeOnly leaves the executables out
 * @returns what was written, for people
 */
export function writeRelease(directory: string, nodeOnly = false): string {
  const { name: plugin, version, platforms } = packagedPlugin();
  const name = `${plugin}_${version}`;
  const ready = nodeOnly ? [] : executables();
  const executable = [...new Set(ready.map(({ platform }) => platform))];
  mkdirSync(directory, { recursive: true });
  const sums: string[] = [];
  const write = (asset: string, content: Uint8Array): void => {
    writeFileSync(join(directory, asset), content);
    sums.push(`${createHash("sha256").update(content).digest("hex")}  ${asset}`);
  };
  for (const platform of [...new Set([...platforms, ...executable])].sort()) {
    const files = filesOf(
      platform,
      ready.filter((candidate) => candidate.platform === platform),
    );
    const contents = [...files, ...notices()].map(([file, path]) => [file, readFileSync(path)] as const);
    write(`${name}_${platform}.zip`, archive(Object.fromEntries(contents)));
  }
  write(`${name}_manifest.json`, Buffer.from(`${JSON.stringify(MANIFEST, null, 2)}\n`));
  writeFileSync(join(directory, `${name}_SHA256SUMS`), `${sums.join("\n")}\n`);
  return (
    `Wrote ${sums.length} files and ${name}_SHA256SUMS to ${directory}. ` +
    `${whatItNeeds({ executable, node: platforms.filter((platform) => !executable.includes(platform)) })}\nSign the checksums next:\n` +
    `gpg --detach-sign ${join(directory, `${name}_SHA256SUMS`)}`
  );
}

const notices = (): readonly (readonly [string, string])[] =>
  readdirSync(NOTICES).map((name) => [name, join(NOTICES, name)]);
