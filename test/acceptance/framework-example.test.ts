import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary, Workspace } from "./terraform.js";

const ENTRY = fileURLToPath(new URL("../../examples/framework/provider.ts", import.meta.url));

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the example of a provider on the framework", () => {
  let workspace: Workspace;
  const configure = (body: string): void =>
    workspace.configure(
      `terraform {\n  required_providers {\n    text = { source = "example/text" }\n  }\n}\n${body}`,
    );
  const file = (name: string): string => join(workspace.directory, name);

  beforeAll(async () => {
    workspace = await Workspace.withProvider("text", ENTRY);
    configure("");
    expect(await workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => workspace.remove());

  it("manages a file through its whole life", async () => {
    configure('resource "text_file" "this" {\n  path    = "a.txt"\n  content = "one"\n}');
    expect(await workspace.run("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file("a.txt"), "utf8")).toBe("one");

    writeFileSync(file("a.txt"), "changed by hand");
    const drift = await workspace.run("plan");
    expect(drift.output).toMatch(/~ content\s+= "changed by hand" -> "one"/);

    configure('resource "text_file" "this" {\n  path    = "b.txt"\n  content = "one\\ntwo"\n}');
    const replace = await workspace.run("apply", "-auto-approve");
    expect(replace.output).toContain("# forces replacement");
    expect([existsSync(file("a.txt")), existsSync(file("b.txt"))]).toEqual([false, true]);
    expect(await workspace.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });

    configure('resource "text_file" "this" {\n  path    = "missing/c.txt"\n  content = "one"\n}');
    const refused = await workspace.run("apply", "-auto-approve");
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toMatch(/path\s+= "missing\/c\.txt"/);
    expect(refused.output).toContain("check its folder");
    expect(await workspace.run("destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  });
});
