import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary, Workspace } from "./terraform.js";

// Real Terraform launches a provider that uses the framework and nothing of SafetyCulture.

const ENTRY = fileURLToPath(new URL("../provider/fixtures/notes-provider.ts", import.meta.url));
const HEADER = `terraform {
  required_providers {
    notes = { source = "example/notes" }
  }
}
`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a provider under real Terraform", () => {
  let workspace: Workspace;
  const configure = (body: string): void => workspace.configure(HEADER + body);

  beforeAll(async () => {
    workspace = await Workspace.withProvider("notes", ENTRY);
    configure("");
    expect(await workspace.run("init")).toMatchObject({ exitCode: 0 });
  });

  afterAll(() => workspace.remove());

  it("plans, applies, updates in place and destroys, and every plan in between is empty", async () => {
    configure(`
resource "notes_note" "first" {
  text   = "hello"
  labels = { plain = "a", "with space" = "b" }
  origin = { place = "here", year = 0.1 }
}
resource "notes_note" "second" { text = notes_note.first.id }
`);
    const plan = await workspace.run("plan");
    expect(plan.output).toContain("Plan: 2 to add, 0 to change, 0 to destroy.");
    expect(plan.output).toMatch(/id\s+= \(known after apply\)/);
    expect(plan.output).toMatch(/stars\s+= 3/);
    expect(plan.output).toMatch(/year\s+= 0\.1/);

    expect(await workspace.run("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
    expect(await workspace.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });

    configure(`
resource "notes_note" "first" {
  text  = "hello, world"
  stars = 5
}
`);
    const change = await workspace.run("plan");
    expect(change.output).toMatch(/~ text\s+= "hello" -> "hello, world"/);
    expect(change.output).toMatch(/~ stars\s+= 3 -> 5/);
    expect(change.output).toMatch(/~ length\s+= 5 -> \(known after apply\)/);
    expect(change.output).not.toMatch(/~ id /);
    expect(change.output).toContain("Plan: 0 to add, 1 to change, 1 to destroy.");
    expect(await workspace.run("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
    expect(await workspace.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });

    const destroy = await workspace.run("destroy", "-auto-approve");
    expect(destroy.output).toContain("Destroy complete! Resources: 1 destroyed.");
  });

  it("shows a refused value at its line, and keeps the state", async () => {
    configure(`resource "notes_note" "kept" { text = "kept" }`);
    expect(await workspace.run("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });

    configure(`
resource "notes_note" "kept" {
  text  = "kept"
  stars = 1.5
}
`);
    const invalid = await workspace.run("plan");
    expect(invalid.exitCode).toBe(1);
    expect(invalid.output).toContain("Whole number required");
    expect(invalid.output).toMatch(/stars = 1\.5/);

    configure(`resource "notes_note" "kept" { text = "refuse" }`);
    const refused = await workspace.run("apply", "-auto-approve");
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain("This text is always refused.");

    configure(`resource "notes_note" "kept" { text = "kept" }`);
    expect(await workspace.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
    expect(await workspace.run("destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  });
});
