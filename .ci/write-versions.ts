import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Writes the version of package.json into the files that name it in code, after changesets has raised it.

const FILES = ["sdk/src/version.ts", "provider/src/safetyculture/version.ts"];

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

for (const file of FILES) {
  const [workspace = ""] = file.split("/src/");
  const { version }: { version: string } = JSON.parse(
    readFileSync(path(`${workspace}/package.json`), "utf8"),
  );
  const text = readFileSync(path(file), "utf8");
  writeFileSync(path(file), text.replace(/(VERSION = )"[^"]*"/, `$1"${version}"`));
}
