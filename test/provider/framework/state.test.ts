import { describe, expect, it } from "vitest";
import {
  Decimal,
  Dynamic,
  decodeMsgpack,
  encodeMsgpack,
  type Value,
} from "../../../provider/src/wire/index.js";
import type { Core } from "../conformance/core/core.js";
import { config, startKitchen } from "../conformance/kitchen.js";

const raw = (json: string) => ({ json: Buffer.from(json) });

function decoded(core: Core, value: { msgpack?: Buffer | undefined } | undefined): Record<string, Value> {
  return decodeMsgpack(value?.msgpack ?? Buffer.alloc(0), core.type) as Record<string, Value>;
}

async function upgrade(version: number, json: string) {
  const { core } = await startKitchen();
  const { upgradedState, diagnostics = [] } = await core.client.upgradeResourceState({
    typeName: "kitchen_dish",
    version,
    rawState: raw(json),
  });
  const [problem] = diagnostics;
  return problem ? { problem } : { state: decoded(core, upgradedState) };
}

describe("a stored state", () => {
  it("of the present version may lack attributes, have more, and hold numbers of any size", async () => {
    const { state } = await upgrade(
      2,
      '{"name":"soup","price":3.14159265358979323846264338,"gone":1,"oven":{"degrees":9007199254740993}}',
    );
    expect(state).toMatchObject({
      name: "soup",
      price: Decimal.from("3.14159265358979323846264338"),
      oven: { degrees: Decimal.from("9007199254740993"), minutes: null },
      layer: [],
      pairing: [],
      id: null,
    });
  });

  it("of an earlier version is upgraded in one step, by a schema of then or as a document", async () => {
    expect((await upgrade(0, '{"title":"soup","id":"dish-1","color":"red"}')).state).toMatchObject({
      name: "soup",
      id: "dish-1",
      servings: 2,
      extras: new Dynamic("bool", true),
      layer: [],
    });
    expect((await upgrade(1, '{"name":"soup","id":"dish-1","cents":1050}')).state).toMatchObject({
      price: 10.5,
    });
  });

  it.each([
    [3, "{}", "State written by a newer provider", "0, 1, 2"],
    [-1, "{}", "State of an unknown version", "0, 1, 2"],
    [2, "{", "Value not understood", "no valid JSON"],
    [2, '"text"', "Value not understood", "an object is required"],
    [2, '{"servings":"many"}', "Value not understood", "servings: a decimal number is required"],
    [0, '{"title":[]}', "Value not understood", "title: a string is required"],
    [2, "", "Stored state too old", "Terraform 0.12"],
  ])("of version %i that reads %j is refused: %s", async (version, json, summary, detail) => {
    const { problem } = await upgrade(version, json);
    expect(problem?.summary).toBe(summary);
    expect(problem?.detail).toContain(detail);
  });

  it("never holds what is write-only by now, though an earlier version stored it", async () => {
    const { state } = await upgrade(
      2,
      '{"name":"soup","recipe_wo":"stored once","oven":{"degrees":1,"pin":"too"}}',
    );
    expect(state).toMatchObject({ recipe_wo: null, oven: { degrees: 1, pin: null } });
  });

  it("of no object stays none", async () => {
    const { core } = await startKitchen();
    const { upgradedState } = await core.client.upgradeResourceState({
      typeName: "kitchen_dish",
      version: 2,
      rawState: raw("null"),
    });
    expect(upgradedState?.msgpack).toEqual(Buffer.of(0xc0));
  });
});

describe("an object of another type", () => {
  const move = async (sourceTypeName: string, json: string) => {
    const { core } = await startKitchen();
    const response = await core.client.moveResourceState({
      sourceProviderAddress: "registry.terraform.io/example/kitchen",
      sourceTypeName,
      sourceSchemaVersion: 0,
      sourceState: raw(json),
      targetTypeName: "kitchen_dish",
      sourcePrivate: Buffer.from('{"key":"value"}'),
    });
    return { core, ...response };
  };

  it("is moved by the first mover that feels responsible", async () => {
    const { core, targetState, targetPrivate } = await move(
      "kitchen_plate",
      '{"label":"blue","id":"plate-1","size":1}',
    );
    expect(decoded(core, targetState)).toMatchObject({ name: "blue", id: "plate-1", layer: [] });
    expect(JSON.parse(String(targetPrivate))).toEqual({ moved_from: "kitchen_plate" });
  });

  it("is refused with its type and address when none does", async () => {
    const { diagnostics = [] } = await move("random_pet", "{}");
    expect(diagnostics[0]).toMatchObject({ summary: "Move not supported" });
    expect(diagnostics[0]?.detail).toContain(
      "A random_pet of registry.terraform.io/example/kitchen, version 0",
    );
  });

  it("is announced as movable only where there are movers", async () => {
    const { core } = await startKitchen();
    const { serverCapabilities } = await core.client.getProviderSchema({});
    expect(serverCapabilities).toEqual({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
    });
  });
});

describe("an import", () => {
  it("finds an object by its id, and the first read knows that it was imported", async () => {
    const { core, world } = await startKitchen();
    const { importedResources = [] } = await core.client.importResourceState({
      typeName: "kitchen_dish",
      id: "dish-soup",
    });
    const [imported] = importedResources;
    expect(importedResources).toHaveLength(1);
    expect(decoded(core, imported?.state)).toMatchObject({ name: "soup", price: null, layer: [] });
    expect(JSON.parse(String(imported?.private))).toEqual({ ".imported": true, imported: "dish-soup" });

    const stored = {
      value: decoded(core, imported?.state),
      private: imported?.private ?? Buffer.alloc(0),
      isTainted: false,
    };
    const read = await core.refresh(stored);
    expect(JSON.parse(String(read?.private))).toEqual({ imported: "dish-soup", read: true });
    await core.refresh(read ?? stored);
    expect(world.events.filter((event) => event.startsWith("read"))).toEqual([
      "read imported soup",
      "read soup",
    ]);
    expect((await core.plan(config(core, { name: "soup" }), read)).action).toBe("no-op");
  });

  it("may answer several objects", async () => {
    const { core } = await startKitchen();
    const { importedResources } = await core.client.importResourceState({
      typeName: "kitchen_plate",
      id: "plate-1",
    });
    expect(importedResources).toMatchObject([{ typeName: "kitchen_plate" }]);
  });

  it.each([
    ["nothing", "No such dish"],
    ["", "Import without an id"],
  ])("of %j is refused", async (id, summary) => {
    const { core } = await startKitchen();
    const { diagnostics } = await core.client.importResourceState({ typeName: "kitchen_dish", id });
    expect(diagnostics).toMatchObject([{ summary }]);
  });
});

describe("a refresh", () => {
  it("keeps what is there, and tells of what is gone", async () => {
    const { core, world } = await startKitchen();
    const wanted = config(core, { name: "soup" });
    const { object } = await core.apply(await core.plan(wanted, undefined), wanted, undefined);
    if (!object) throw new Error("nothing was created");
    expect((await core.refresh(object))?.value).toEqual(object.value);
    world.gone.add("soup");
    expect(await core.refresh(object)).toBeUndefined();
  });

  it("that fails keeps the state and the private state", async () => {
    const { core, world } = await startKitchen();
    world.failures.set("read soup", new Error("no answer"));
    const state = { msgpack: Buffer.from(encodeMsgpack(config(core, { name: "soup" }), core.type)) };
    const answer = await core.client.readResource({
      typeName: "kitchen_dish",
      currentState: state,
      private: Buffer.from('{"a":1}'),
    });
    expect(answer.newState?.msgpack).toEqual(state.msgpack);
    expect(String(answer.private)).toBe('{"a":1}');
    expect(answer.diagnostics).toMatchObject([{ summary: "The provider failed unexpectedly" }]);
  });
});
