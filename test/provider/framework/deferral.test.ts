import { describe, expect, it } from "vitest";
import { createProviderServer } from "../../../provider/src/framework/index.js";
import { Deferred_Reason } from "../../../provider/src/wire/gen/tfplugin6.js";
import {
  decodeMsgpack,
  encodeMsgpack,
  type Type,
  unknown,
  type Value,
} from "../../../provider/src/wire/index.js";
import { inProcess, rpcClient } from "../conformance/core/rpc-client.js";
import { coreBlock, impliedType } from "../conformance/core/schema.js";
import { kitchen } from "../fixtures/kitchen/provider.js";

const ALLOWED = { deferralAllowed: true, writeOnlyAttributesAllowed: true };
const REFUSED = { deferralAllowed: false, writeOnlyAttributesAllowed: true };
const PROVIDER: Type = { object: { chef: "string", chef_file: "string", key: "string" } };
const PLATE: Type = { object: { label: "string", size: "number", id: "string" } };

const write = (value: Value, type: Type) => ({ msgpack: Buffer.from(encodeMsgpack(value, type)) });

/** A provider whose configuration is not known yet. */
async function unconfigured(clientCapabilities: typeof ALLOWED) {
  const client = rpcClient(inProcess(createProviderServer(kitchen(), {})));
  const { diagnostics } = await client.configureProvider({
    config: write({ chef: unknown, chef_file: null, key: null }, PROVIDER),
    clientCapabilities,
  });
  expect(diagnostics).toEqual([]);
  return client;
}

const plate = { label: "blue", size: null, id: null };

describe("a provider that cannot decide anything yet", () => {
  it("puts every plan off, with what it would decide left open", async () => {
    const client = await unconfigured(ALLOWED);
    const { plannedState, deferred } = await client.planResourceChange({
      typeName: "kitchen_plate",
      priorState: write(null, PLATE),
      config: write(plate, PLATE),
      proposedNewState: write(plate, PLATE),
      clientCapabilities: ALLOWED,
    });
    expect(deferred).toEqual({ reason: Deferred_Reason.PROVIDER_CONFIG_UNKNOWN });
    expect(decodeMsgpack(plannedState?.msgpack ?? Buffer.alloc(0), PLATE)).toEqual({ ...plate, id: unknown });
  });

  it("puts refreshes, imports and data sources off, and keeps what is stored", async () => {
    const client = await unconfigured(ALLOWED);
    const stored = write({ ...plate, id: "plate-1" }, PLATE);
    const read = await client.readResource({
      typeName: "kitchen_plate",
      currentState: stored,
      private: Buffer.from("{}"),
      clientCapabilities: ALLOWED,
    });
    expect(read).toMatchObject({
      newState: stored,
      deferred: { reason: Deferred_Reason.PROVIDER_CONFIG_UNKNOWN },
    });
    expect(String(read.private)).toBe("{}");

    const imported = await client.importResourceState({
      typeName: "kitchen_plate",
      id: "plate-1",
      clientCapabilities: ALLOWED,
    });
    expect(imported.deferred).toBeDefined();
    expect(imported.importedResources).toMatchObject([{ typeName: "kitchen_plate" }]);

    const schemas = await client.getProviderSchema({});
    const menu = impliedType(coreBlock(schemas.dataSourceSchemas?.["kitchen_menu"]));
    const looked = await client.readDataSource({
      typeName: "kitchen_menu",
      config: write({ course: "starter", dishes: null, password: null }, menu),
      clientCapabilities: ALLOWED,
    });
    expect(looked.deferred).toBeDefined();
    expect(decodeMsgpack(looked.state?.msgpack ?? Buffer.alloc(0), menu)).toEqual({
      course: "starter",
      dishes: unknown,
      password: unknown,
    });
  });

  it("fails instead where Terraform does not allow it, and while it applies", async () => {
    const client = await unconfigured(ALLOWED);
    const request = {
      typeName: "kitchen_plate",
      priorState: write(null, PLATE),
      config: write(plate, PLATE),
      proposedNewState: write(plate, PLATE),
    };
    const refused = await client.planResourceChange({ ...request, clientCapabilities: REFUSED });
    expect(refused.deferred).toBeUndefined();
    expect(refused.diagnostics).toMatchObject([
      { summary: "Not enough is known yet", detail: "Nobody knows yet who cooks." },
    ]);

    const applied = await client.applyResourceChange({
      typeName: "kitchen_plate",
      priorState: write(null, PLATE),
      plannedState: write(plate, PLATE),
      config: write(plate, PLATE),
    });
    expect(applied.diagnostics).toMatchObject([{ summary: "Not enough is known yet" }]);
    // Terraform says so once it applies, but means it no longer.
    const late = await client.planResourceChange({ ...request, clientCapabilities: ALLOWED });
    expect(late.deferred).toBeUndefined();
    expect(late.diagnostics).toHaveLength(1);
  });

  it("is not asked to put anything off by an older Terraform: it is configured as far as it can", async () => {
    const client = await unconfigured(REFUSED);
    const { deferred, diagnostics } = await client.planResourceChange({
      typeName: "kitchen_plate",
      priorState: write(null, PLATE),
      config: write(plate, PLATE),
      proposedNewState: write(plate, PLATE),
    });
    expect(deferred).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });
});

describe("a data source that cannot decide yet", () => {
  it("is put off by itself", async () => {
    const client = rpcClient(inProcess(createProviderServer(kitchen(), {})));
    await client.configureProvider({ config: write({ chef: null, chef_file: null, key: null }, PROVIDER) });
    const schemas = await client.getProviderSchema({});
    const menu = impliedType(coreBlock(schemas.dataSourceSchemas?.["kitchen_menu"]));
    const request = {
      typeName: "kitchen_menu",
      config: write({ course: "later", dishes: null, password: null }, menu),
    };
    const looked = await client.readDataSource({ ...request, clientCapabilities: ALLOWED });
    expect(looked.deferred).toEqual({ reason: Deferred_Reason.ABSENT_PREREQ });
    const refused = await client.readDataSource({ ...request, clientCapabilities: REFUSED });
    expect(refused.diagnostics).toMatchObject([{ detail: "The menu is not written yet." }]);
  });
});
