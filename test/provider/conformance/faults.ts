import { expect } from "vitest";
import { createProviderServer, type Path } from "../../../provider/src/framework/index.js";
import type { Diagnostic } from "../../../provider/src/wire/gen/tfplugin6.js";
import { encodeMsgpack, type ObjectValue, type Value } from "../../../provider/src/wire/index.js";
import { type Faults, faulty } from "../fixtures/faulty.js";
import { type Applied, Core, isError, type PlannedChange, readPath, type StoredObject } from "./core/core.js";
import { inProcess } from "./core/rpc-client.js";

// A resource that answers rightly but for one fault, and what is expected of the framework then.

export type Answer = Record<string, unknown>;

/** A configuration that gives something to every attribute that has a fault. */
export const CONFIG: ObjectValue = {
  name: "one",
  label: null,
  size: null,
  tags: new Map([["a", "1"]]),
  rows: ["x", "y"],
  words: ["p", "q"],
  any: null,
  box: { label: "box", code: null, pin: "pin-of-the-box" },
  items: [
    { label: "first", code: null },
    { label: "second", code: null },
  ],
  marks: [
    { label: "red", code: null },
    { label: "green", code: null },
  ],
  rooms: new Map([["hall", { label: "hall" }]]),
  secret: "secret-value",
  part: [{ label: "left" }, { label: "right" }],
  cover: { label: "cover" },
  id: null,
  note: null,
};

export async function start(faults: Faults): Promise<Core> {
  return Core.start(inProcess(createProviderServer(faulty(faults), {})), "faulty_thing");
}

/** Expects the errors that a provider reported, when they are about one breach of the rules. */
export function expectReport(diagnostics: readonly Diagnostic[], summary: string | RegExp, path: Path): void {
  const errors = diagnostics.filter(isError);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect(error?.summary).toMatch(summary);
  expect(error?.detail).toMatch(/This is a bug in the provider: please report it\.$/);
  expect(error?.detail).not.toContain("secret-value");
  expect(error?.attribute ? readPath(error.attribute) : []).toEqual(path);
}

export const at = (...steps: (string | number)[]): Path =>
  steps.map((step, depth) =>
    typeof step === "number" ? { index: step } : depth === 0 ? { attribute: step } : { key: step },
  );

export function change(name: string, value: unknown): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, [name]: value });
}

export function changeIn(name: string, inner: Answer): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, [name]: { ...(answer[name] as Answer), ...inner } });
}

export const without =
  (name: string) =>
  (answer: Answer): Answer =>
    Object.fromEntries(Object.entries(answer).filter(([key]) => key !== name));

/** Whether core refuses an answer: by its type, or by its rules. */
export function coreRefuses(
  core: Core,
  answer: unknown,
  check: (value: Value) => readonly unknown[],
): boolean {
  const value = answer as Value;
  if (value === null || value === undefined) return true;
  try {
    encodeMsgpack(value, core.type);
  } catch {
    return true;
  }
  return check(value).length > 0;
}

/** An object that was created without a fault. */
export async function created(core: Core): Promise<StoredObject> {
  const planned = await core.plan(CONFIG, undefined);
  const { object } = await core.apply(planned, CONFIG, undefined);
  if (!object) throw new Error("nothing was created");
  return object;
}

/** Plans rightly, then applies wrongly. */
export async function applyWrongly(faults: Faults, fault: Faults): Promise<[Core, PlannedChange, Applied]> {
  const core = await start(faults);
  const planned = await core.plan(CONFIG, undefined);
  Object.assign(faults, fault);
  return [core, planned, await core.apply(planned, CONFIG, undefined)];
}
