import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProviderServer, unknown } from "../../../provider/src/framework/index.js";
import { providerServices } from "../../../provider/src/provider-services.js";
import { type Reattachable, serveReattachable } from "../../../provider/src/transport/reattach.js";
import { type Faults, faulty } from "../../provider/fixtures/faulty.js";
import { terraformBinary, Workspace } from "../terraform.js";

// The same faults that the conformance suite injects, under real Terraform: it must never blame the provider in its own
// words, and must know the object afterwards.

const CONFIG = `terraform {
  required_providers {
    faulty = { source = "example/faulty" }
  }
}
resource "faulty_thing" "this" {
  name   = "one"
  tags   = { a = "1" }
  box    = { label = "box" }
  items  = [{ label = "first" }]
  secret = "secret-value"
  part { label = "left" }
}
`;

type Answer = Record<string, unknown>;
const change =
  (name: string, value: unknown) =>
  (answer: Answer): Answer => ({ ...answer, [name]: value });

describe.skipIf(terraformBinary === undefined)("a faulty provider under Terraform", () => {
  const faults: Faults = {};
  let provider: Reattachable;
  let workspace: Workspace;
  beforeAll(async () => {
    provider = await serveReattachable({
      protocolVersion: 6,
      load: async () => providerServices(createProviderServer(faulty(faults), {})),
    });
    const address = "registry.terraform.io/example/faulty";
    workspace = Workspace.empty({ TF_REATTACH_PROVIDERS: provider.reattachConfig(address) });
    workspace.configure(CONFIG);
    expect(await workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    workspace.remove();
    await provider.close();
  });

  /** Terraform's output, with what it wraps and draws taken away. */
  async function outcome(...args: string[]): Promise<string> {
    const { output } = await workspace.run(...args);
    return output.replace(/[\s│]+/g, " ");
  }

  it.each<[string, (answer: Answer) => unknown, string]>([
    ["a configured value is changed", change("name", "two"), "- name: a configured value"],
    [
      "a write-only value is leaked",
      change("secret", "secret-value"),
      "- secret: a write-only value must be null",
    ],
    ["the type is wrong", change("tags", ["a"]), "- tags: a map of string is required"],
    ["an attribute is missing", () => ({}), "(the whole object): an object with 16 attributes is required"],
    ["there is none", () => null, "(the whole object): an object must be answered"],
  ])("says which attribute breaks a plan in which %s", async (_name, plan, rule) => {
    Object.assign(faults, { plan });
    const text = await outcome("plan");
    delete faults.plan;
    expect(text).toContain("Invalid plan withheld");
    expect(text).toContain(rule);
    expect(text).toContain("This is a bug in the provider: please report it.");
    expect(text).not.toContain("Provider produced");
  });

  it.each<[string, (answer: Answer) => unknown, string]>([
    ["leaves a value unknown", change("note", unknown), "- note: the value must be known by now"],
    ["changes a planned value", change("name", "two"), "- name: the new value must be the planned one"],
    ["breaks a promise", change("id", null), "- id: it was promised not to be null"],
    [
      "leaks a write-only value",
      change("secret", "secret-value"),
      "- secret: a write-only value must be null",
    ],
    ["answers the wrong type", change("tags", 1), "- tags: a map of string is required"],
    ["answers nothing", () => undefined, "(the whole object): the object that exists must be answered"],
  ])("knows the object after a create that %s", async (_name, create, rule) => {
    Object.assign(faults, { create });
    const text = await outcome("apply", "-auto-approve");
    delete faults.create;
    expect(text).toContain(rule);
    expect(text).toContain("This is a bug in the provider: please report it.");
    expect(text).not.toContain("Provider produced");
    const state = workspace.state();
    expect(state).toContain('"status": "tainted"');
    expect(state).not.toContain("secret-value");
    expect(await outcome("destroy", "-auto-approve")).toContain("Destroy complete! Resources: 1 destroyed.");
  });

  it("keeps the object after a read and an update that answer wrongly", async () => {
    await outcome("apply", "-auto-approve");
    Object.assign(faults, { read: change("tags", 1) });
    expect(await outcome("plan")).toContain("Invalid state withheld");
    delete faults.read;
    workspace.configure(CONFIG.replace('"first"', '"other"'));
    Object.assign(faults, { update: () => null });
    expect(await outcome("apply", "-auto-approve")).toContain("Result differs from the plan");
    delete faults.update;
    workspace.configure(CONFIG);
    expect(await outcome("plan")).toContain("No changes.");
  });
});
