import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Attributes,
  attribute,
  createProviderServer,
  defineProvider,
  defineResource,
} from "../../../provider/src/framework/index.js";
import { providerServices } from "../../../provider/src/provider-services.js";
import { type Reattachable, serveReattachable } from "../../../provider/src/transport/reattach.js";
import type { Value } from "../../../provider/src/wire/index.js";
import { anyConfig } from "../../provider/conformance/configurations.js";
import { settle } from "../../provider/conformance/fake-resource.js";
import { anySchema, isRestless } from "../../provider/conformance/schemas.js";
import { terraformBinary, Workspace } from "../terraform.js";
import { bodyToJson } from "./json-config.js";

// The random schemas of the conformance suite, under real Terraform: many resource types at once, because starting
// Terraform takes longer than anything that it does with them.

const COUNT = 40;
const described = { description: "Random." };

const samples = fc
  .sample(
    anySchema
      .filter((attributes) => !isRestless(attributes))
      .chain((attributes) => fc.tuple(fc.constant(attributes), anyConfig(attributes), anyConfig(attributes))),
    { seed: 20_240_611, numRuns: COUNT },
  )
  .map(([attributes, first, second], index) => ({
    type: `thing${index}`,
    attributes,
    configs: [first, second],
  }));

const resourceOf = (name: string, attributes: Attributes) =>
  defineResource({
    name,
    schema: { ...described, attributes },
    create: async ({ plan }) => settle(attributes, plan as Value, () => false) as never,
    read: async ({ state }) => state,
    update: async ({ plan }) => settle(attributes, plan as Value, () => false) as never,
    delete: async () => undefined,
  });

const provider = defineProvider({
  name: "random",
  version: "0.0.1",
  schema: { ...described, attributes: {} },
  configure: async () => ({}),
  resources: [
    ...samples.map(({ type, attributes }) => resourceOf(type, attributes)),
    resourceOf("source", { id: attribute.string("computed", described) }),
  ],
  dataSources: [],
});

describe.skipIf(terraformBinary === undefined)("random schemas under Terraform", () => {
  let served: Reattachable;
  let workspace: Workspace;
  const configure = (which: 0 | 1): void => {
    // The texts of the first configuration are not known before another resource is made.
    const reference = which === 0 ? "random_source.this.id" : undefined;
    const things = samples.map(
      ({ type, attributes, configs }) =>
        `"random_${type}":{"this":${bodyToJson(attributes, configs[which] ?? null, reference)}}`,
    );
    workspace.configure(
      `{"terraform":{"required_providers":{"random":{"source":"example/random"}}},"resource":{"random_source":{"this":{}},${things.join(",")}}}`,
      "main.tf.json",
    );
  };
  beforeAll(async () => {
    served = await serveReattachable({
      protocolVersion: 6,
      load: async () => providerServices(createProviderServer(provider, {})),
    });
    workspace = Workspace.empty({
      TF_REATTACH_PROVIDERS: served.reattachConfig("registry.terraform.io/example/random"),
    });
    configure(0);
    expect(await workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    workspace.remove();
    await served.close();
  });

  it.each([
    0, 1,
  ] as const)("are applied with configuration %i, and planned empty right after", async (which) => {
    configure(which);
    const applied = await workspace.run("apply", "-auto-approve");
    expect(applied.output).toContain("Apply complete!");
    const { exitCode, output } = await workspace.run("plan", "-detailed-exitcode");
    expect(output).toContain("No changes.");
    expect(exitCode).toBe(0);
  });

  it("are destroyed", async () => {
    const { output } = await workspace.run("destroy", "-auto-approve");
    expect(output).toContain(`Destroy complete! Resources: ${COUNT + 1} destroyed.`);
  });
});
