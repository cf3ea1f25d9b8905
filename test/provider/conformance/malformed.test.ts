import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createProviderServer } from "../../../provider/src/framework/index.js";
import type * as protocol from "../../../provider/src/wire/gen/tfplugin6.js";
import { kitchen } from "../fixtures/kitchen/provider.js";
import { runs } from "../wire/arbitraries.js";
import { inProcess, rpcClient } from "./core/rpc-client.js";

// Bytes that no Terraform would send. Nothing of them may end the process, and the next request is answered as ever.

const METHODS = [
  "GetMetadata",
  "GetProviderSchema",
  "GetResourceIdentitySchemas",
  "ValidateProviderConfig",
  "ConfigureProvider",
  "StopProvider",
  "ValidateResourceConfig",
  "UpgradeResourceState",
  "ReadResource",
  "PlanResourceChange",
  "ApplyResourceChange",
  "ImportResourceState",
  "MoveResourceState",
  "ValidateDataResourceConfig",
  "ReadDataSource",
  "ValidateEphemeralResourceConfig",
  "OpenEphemeralResource",
  "RenewEphemeralResource",
  "CloseEphemeralResource",
  "GetFunctions",
  "CallFunction",
] as const;

const server = createProviderServer(kitchen(), {}, { writeLog: () => undefined });
const transport = inProcess(server);
const client = rpcClient(transport);

const nothing = { json: Buffer.from('{"chef":null,"chef_file":null,"key":null}') };

async function isAlive(): Promise<void> {
  expect((await client.getMetadata({})).resources).toHaveLength(2);
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.constantFrom(new Uint8Array(1_000).fill(0x91), new Uint8Array(1_000).fill(0x81), Uint8Array.of(0xc1)),
  fc
    .constantFrom("{", "[[[[", '{"name":{}}', '{"oven":[]}', "null", "[]", '"x"')
    .map((text) => Buffer.from(text)),
);

const value = bytes.chain((content) =>
  fc.constantFrom<protocol.DynamicValue>(
    { msgpack: Buffer.from(content) },
    { json: Buffer.from(content) },
    {},
  ),
);
const typeName = fc.constantFrom(
  "kitchen_dish",
  "kitchen_plate",
  "kitchen_menu",
  "kitchen_ticket",
  "none",
  "",
);

describe("malformed bytes", () => {
  it("for a message end in a failed call, and never in a crash", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...METHODS), bytes, async (method, content) => {
        await transport(method, content).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
      }),
      runs(1_500),
    );
    await isAlive();
  });

  it("for values end in diagnostics", async () => {
    await fc.assert(
      fc.asyncProperty(typeName, value, value, value, bytes, async (name, a, b, c, content) => {
        const common = { typeName: name };
        const raw = { json: Buffer.from(content) };
        const answers = await Promise.all([
          client.validateResourceConfig({ ...common, config: a }),
          client.upgradeResourceState({ ...common, version: content.length % 4, rawState: raw }),
          client.readResource({ ...common, currentState: a, private: Buffer.from(content) }),
          client.planResourceChange({ ...common, priorState: a, proposedNewState: b, config: c }),
          client.applyResourceChange({ ...common, priorState: a, plannedState: b, config: c }),
          client.importResourceState({ ...common, id: Buffer.from(content).toString("latin1") }),
          client.moveResourceState({
            targetTypeName: name,
            sourceState: raw,
            sourcePrivate: Buffer.from(content),
          }),
          client.validateDataResourceConfig({ ...common, config: a }),
          client.readDataSource({ ...common, config: a }),
          client.openEphemeralResource({ ...common, config: a }),
          client.renewEphemeralResource({ ...common, private: Buffer.from(content) }),
          client.closeEphemeralResource({ ...common, private: Buffer.from(content) }),
          client.validateProviderConfig({ config: a }),
        ]);
        for (const { diagnostics = [] } of answers) {
          for (const { summary, detail } of diagnostics) expect([summary, detail]).not.toContain("");
        }
        const { error, result } = await client.callFunction({ name: "shout", arguments: [a, b] });
        expect(error === undefined).toBe(result !== undefined);
      }),
      runs(300),
    );
    await isAlive();
  });

  it("for what the provider never asked for are passed over", async () => {
    const schema = await client.getProviderSchema({});
    expect(schema.providerMeta).toBeUndefined();
    await client.configureProvider({ config: nothing });
    const answer = await client.readDataSource({
      typeName: "kitchen_menu",
      config: { json: Buffer.from('{"course":null,"dishes":null,"password":null}') },
      providerMeta: { msgpack: Buffer.from([0xc1]) },
    });
    expect(answer.diagnostics).toEqual([]);
  });

  it("never make an object forgotten: a failed read or apply answers what it was given", async () => {
    const broken = { msgpack: Buffer.from([0xc1]) };
    const prior = { msgpack: Buffer.from([0x93, 0x01]) };
    const read = await client.readResource({
      typeName: "kitchen_plate",
      currentState: prior,
      private: Buffer.from("p"),
    });
    expect(read).toMatchObject({ newState: prior, private: Buffer.from("p") });
    const applied = await client.applyResourceChange({
      typeName: "kitchen_plate",
      priorState: prior,
      plannedState: broken,
      config: broken,
      plannedPrivate: Buffer.from("p"),
    });
    expect(applied).toMatchObject({ newState: prior, private: Buffer.from("p") });
    expect(applied.diagnostics).toHaveLength(1);
  });
});
