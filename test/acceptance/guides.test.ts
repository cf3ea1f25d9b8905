import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "./terraform.js";
import { EMPTY, Scene } from "./token/setup.js";

const GUIDES = fileURLToPath(new URL("../../provider/docs/guides", import.meta.url));
const SOURCE = fileURLToPath(new URL("../../provider/src/safetyculture", import.meta.url));

const guide = (name: string): string => readFileSync(join(GUIDES, name), "utf8");

const snippets = readdirSync(GUIDES)
  .sort()
  .flatMap((file) =>
    [...guide(file).matchAll(/```terraform\n([\s\S]*?)```/g)].map(
      ([, hcl = ""], index) => [`${file}, snippet ${index + 1}`, hcl] as const,
    ),
  );

/** Every heading of a diagnostic in the provider's own code. */
function headings(): Set<string> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const text = files.map((file) => readFileSync(join(SOURCE, file), "utf8")).join("\n");
  const thrown = text.matchAll(
    /(?:new DiagnosticError|diagnostics\.(?:error|warning))\(\s*(?:"([^"]+)"|`([^`]+)`)/g,
  );
  const advised = text.matchAll(/^ {2}[A-Z_]+: \[\s*"([^"]+)"/gm);
  const called = text.matchAll(/\[summary, explanation\][\s\S]*?: \["([^"]+)"/g);
  return new Set(
    [...thrown, ...advised, ...called].map(([, quoted, template]) =>
      (quoted ?? template ?? "").replace("${VARIABLE}", "SAFETYCULTURE_ROTATE"),
    ),
  );
}

test("the troubleshooting guide has every message of the provider, and no other", () => {
  const documented = [...guide("troubleshooting.md").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect([...headings()].sort()).toEqual([...documented].sort());
});

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the guides", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  test.each(snippets)("%s is applied, planned empty and destroyed", async (_name, hcl) => {
    const header = `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
`;
    scene.workspace.configure(header + hcl);
    await scene.apply();
    const { exitCode, output } = await scene.plan();
    expect(exitCode, output).toBe(EMPTY);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });
});
