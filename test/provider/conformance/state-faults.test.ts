import { describe, expect, it } from "vitest";
import type { Path } from "../../../provider/src/framework/index.js";
import { encodeMsgpack, unknown } from "../../../provider/src/wire/index.js";
import { type Faults, rightState } from "../fixtures/faulty.js";
import { ProviderErrors } from "./core/core.js";
import { type Answer, at, change, created, expectReport, start, without } from "./faults.js";

describe("a wrong answer is withheld", () => {
  const STATE_FAULTS: readonly [string, (state: Answer) => unknown, Path][] = [
    ["holds an unknown value", change("note", unknown), at("note")],
    ["holds a write-only value", change("secret", "secret-value"), at("secret")],
    ["is of the wrong type", change("rows", "x"), at("rows")],
    ["lacks an attribute", without("id"), []],
    ["is no object", () => "state", []],
  ];

  it.each(STATE_FAULTS)("when a read state %s, and the stored one stays", async (_name, read, path) => {
    const faults: Faults = {};
    const core = await start(faults);
    const stored = await created(core);
    faults.read = read;
    const outcome = await core.refresh(stored).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(ProviderErrors);
    if (outcome instanceof ProviderErrors) expectReport(outcome.diagnostics, "Invalid state withheld", path);
  });

  it.each([
    ["of the wrong type", { name: 1 }, at("name")],
    ["unknown in part", { name: "n", note: unknown }, at("note")],
    ["a write-only value", { name: "n", secret: "secret-value" }, at("secret")],
    ["with an attribute too many", { name: "n", extra: 1 }, []],
    ["no object", "state", []],
    ["nothing", undefined, []],
  ])("when an import, an upgrade or a move answers %s", async (_name, answer, path) => {
    const core = await start({ import: () => answer, upgrade: () => answer, move: () => answer });
    const raw = { json: Buffer.from('{"name":"x"}') };
    const imported = await core.client.importResourceState({ typeName: "faulty_thing", id: "x" });
    const upgraded = await core.client.upgradeResourceState({
      typeName: "faulty_thing",
      version: 0,
      rawState: raw,
    });
    expectReport(imported.diagnostics ?? [], "Invalid imported state withheld", path);
    expectReport(upgraded.diagnostics ?? [], "Invalid upgraded state withheld", path);
    // To a mover, nothing is the answer that another one may try.
    if (answer === undefined) return;
    const moved = await core.client.moveResourceState({
      targetTypeName: "faulty_thing",
      sourceTypeName: "x",
      sourceState: raw,
    });
    expectReport(moved.diagnostics ?? [], "Invalid moved state withheld", path);
  });

  it.each([
    ["of the wrong type", change("found", 1), at("found")],
    ["unknown in part", change("found", unknown), at("found")],
    ["with an attribute too few", without("found"), []],
    ["null", () => null, []],
  ])("when a data source answers %s", async (_name, lookUp, path) => {
    const core = await start({ lookUp });
    const type = { object: { name: "string", found: "string" } } as const;
    const { diagnostics = [], state } = await core.client.readDataSource({
      typeName: "faulty_lookup",
      config: { msgpack: Buffer.from(encodeMsgpack({ name: "n", found: null }, type)) },
    });
    expectReport(diagnostics, "Invalid result withheld", path);
    expect(state).toBeUndefined();
  });
});

it("what the fixture answers without a fault is right", async () => {
  const core = await start({});
  const stored = await created(core);
  expect(stored.value).toMatchObject({ note: "created", id: "id-1", secret: null });
  expect(await core.refresh(stored)).toEqual(stored);
  expect(rightState({ box: null }, "n")).toMatchObject({ box: null });
});
