import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { archive } from "../../../provider/src/cli/archive.js";
import { executables } from "../../../provider/src/cli/executables.js";
import { pluginForm } from "../plugin-file.js";

// Budgets: what every user downloads, and what travels with every stack.

const PLUGIN = fileURLToPath(new URL("../../../provider/dist/plugin", import.meta.url));
const layout: { file: string; archive: string } = JSON.parse(
  readFileSync(join(PLUGIN, "layout.json"), "utf8"),
);

test.each([
  ["the Node file", layout.file, 1_000_000],
  ["its zip, with licences and bill of materials", layout.archive, 300_000],
])("%s keeps its budget", (_what, file, budget) => {
  expect(statSync(join(PLUGIN, file)).size).toBeLessThan(budget);
});

// Only .ci/run compiles; the Node form has no executables to weigh.
test.runIf(pluginForm === "executable")("an executable keeps its budget, as a file and in a zip", () => {
  const found = executables();
  expect(found.length).toBeGreaterThan(0);
  for (const { path } of found) {
    const content = readFileSync(path);
    expect(content.length).toBeLessThan(125_000_000);
    expect(archive({ executable: content }).length).toBeLessThan(60_000_000);
  }
});
