import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

// Writes the examples and the table of the contract into the pages that show them: a code block whose opening line names
// a file holds that file, word for word.

const PAGES = ["README.md", "mock-server/README.md", "provider/src/framework/README.md"];

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(path(name), "utf8");

interface Operation {
  readonly summary: string;
  readonly "x-provenance": string;
}

function contractTable(): string {
  const { paths } = parse(read("sdk/openapi.yaml")) as { paths: Record<string, Record<string, Operation>> };
  const rows = Object.entries(paths).flatMap(([route, operations]) =>
    Object.entries(operations).map(
      ([method, operation]) =>
        `| ${operation.summary} | \`${method.toUpperCase()} ${route}\` | ${operation["x-provenance"]} |`,
    ),
  );
  return ["| operation | request | where its behaviour comes from |", "| --- | --- | --- |", ...rows].join(
    "\n",
  );
}

for (const page of PAGES) {
  const filled = read(page)
    .replace(
      /(```\w+ (\S+)\n)[\s\S]*?(```)/g,
      (_, open: string, name: string, close: string) => open + read(name) + close,
    )
    .replace(
      /(<!-- contract -->\n)[\s\S]*?(<!-- \/contract -->)/,
      (_, open: string, close: string) => `${open}\n${contractTable()}\n\n${close}`,
    );
  writeFileSync(path(page), filled);
}
