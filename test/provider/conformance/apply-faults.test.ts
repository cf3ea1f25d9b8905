import { describe, expect, it } from "vitest";
import type { Path } from "../../../provider/src/framework/index.js";
import { unknown, type Value } from "../../../provider/src/wire/index.js";
import type { Faults } from "../fixtures/faulty.js";
import { assertCompatible } from "./core/assert-object-compatible.js";
import { assertPlanValid } from "./core/assert-plan-valid.js";
import { isError } from "./core/core.js";
import { holdsUnknown } from "./core/values.js";
import {
  type Answer,
  applyWrongly,
  at,
  CONFIG,
  change,
  changeIn,
  coreRefuses,
  created,
  expectReport,
  start,
  without,
} from "./faults.js";

// Each fault is also given to core's own check, which must refuse it: one that core would accept proves nothing.

const APPLY_FAULTS: readonly [string, (state: Answer) => unknown, Path, Record<string, unknown>?][] = [
  ["leaves a value unknown", change("note", unknown), at("note"), { note: null }],
  [
    "leaves a value of a nested list unknown",
    (state) => change("items", [{ label: "first", code: unknown }, (state["items"] as Value[])[1]])(state),
    at("items", 0, "code"),
  ],
  ["changes a planned value", change("name", "two"), at("name"), { name: "two" }],
  ["changes a value in a nested object", changeIn("box", { label: "other" }), at("box", "label")],
  ["gives a value to what was planned as null", change("label", "made up"), at("label")],
  ["answers null for a planned value", change("tags", null), at("tags")],
  [
    "adds a key to a planned map",
    change(
      "tags",
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    ),
    at("tags", "b"),
  ],
  ["drops a key of a planned map", change("tags", new Map()), at("tags", "a")],
  ["adds an element to a planned list", change("rows", ["x", "y", "z"]), at("rows", 2)],
  ["drops an element of a planned list", change("rows", ["x"]), at("rows", 1)],
  ["adds an element to a planned set", change("words", ["p", "q", "r"]), at("words")],
  [
    "changes an element of a nested set",
    change("marks", [
      { label: "red", code: "1" },
      { label: "blue", code: "2" },
    ]),
    at("marks"),
  ],
  ["drops a key of a nested map", change("rooms", new Map()), at("rooms", "hall")],
  ["adds a block", change("part", [{ label: "left" }, { label: "right" }, { label: "more" }]), at("part", 2)],
  ["answers null for blocks", change("part", null), at("part"), { part: [] }],
  ["drops a single block", change("cover", null), at("cover")],
  ["breaks the promise that a value is not null", change("id", null), at("id")],
  ["leaks a write-only value", change("secret", "secret-value"), at("secret"), { secret: null }],
  [
    "leaks a write-only value of a nested object",
    changeIn("box", { pin: "pin-of-the-box" }),
    at("box", "pin"),
  ],
  ["leaves out an attribute", without("note"), [], { note: null, id: "id-1" }],
  ["adds an attribute", change("extra", "?"), [], { id: "id-1" }],
  ["answers the wrong type", change("size", "large"), at("size"), { size: null, id: "id-1" }],
  [
    "answers the wrong type in a nested list",
    change("items", [
      { label: 1, code: "c" },
      { label: "second", code: "d" },
    ]),
    at("items", 0, "label"),
  ],
  ["answers an object that is no object", change("box", "box"), at("box"), { box: null, id: "id-1" }],
  ["answers null", () => null, [], { name: "one", id: null }],
  ["answers nothing", () => undefined, [], { name: "one", id: null }],
  ["answers something that is no object", () => 7, [], { name: "one", id: null }],
];

describe("a new state that breaks the rules is reported, and the object stays known, when the apply", () => {
  it.each(APPLY_FAULTS)("%s", async (_name, fault, path, kept) => {
    let answered: unknown;
    const [core, planned, { object, diagnostics }] = await applyWrongly(
      {},
      {
        create: (state) => {
          answered = fault(state);
          return answered;
        },
      },
    );
    expectReport(diagnostics, /withheld|differs/, path);
    expect(object).toMatchObject({ isTainted: true, value: { name: expect.any(String) as unknown } });
    if (kept !== undefined) expect(object?.value).toMatchObject(kept);
    expect(JSON.parse(String(object?.private))).toEqual({ made: true });
    expect(
      coreRefuses(core, answered, (value) => [
        ...assertCompatible(core.type, planned.planned, value),
        ...(holdsUnknown(value) ? [value] : []),
        ...assertPlanValid(core.block, null, value, value),
      ]),
    ).toBe(true);
  });

  it("keeps what was stored before of an attribute that an update answers wrongly", async () => {
    const faults: Faults = {};
    const core = await start(faults);
    const stored = await created(core);
    const config = { ...CONFIG, label: "new" };
    const planned = await core.plan(config, stored);
    faults.update = (state) => ({ ...state, tags: 1, note: unknown });
    const { object, diagnostics } = await core.apply(planned, config, stored);
    expectReport(diagnostics, "Invalid result withheld", at("tags"));
    expect(object?.isTainted).toBe(false);
    expect(object?.value).toMatchObject({
      label: "new",
      tags: new Map([["a", "1"]]),
      note: null,
      id: "id-1",
    });
  });

  it("is known from its plan when what a create answers cannot even be looked at", async () => {
    const [, , { object, diagnostics }] = await applyWrongly(
      {},
      {
        create: (state) => ({
          ...state,
          get note(): string {
            throw new Error("looked at");
          },
        }),
      },
    );
    expect(diagnostics).toMatchObject([{ summary: "The provider failed unexpectedly" }]);
    expect(object).toMatchObject({
      isTainted: true,
      value: { name: "one", tags: new Map([["a", "1"]]), id: null },
    });
  });

  it.each([null, undefined, "done"])("keeps the stored state when an update answers %j", async (answer) => {
    const faults: Faults = {};
    const core = await start(faults);
    const stored = await created(core);
    const config = { ...CONFIG, label: "new" };
    const planned = await core.plan(config, stored);
    faults.update = () => answer;
    const { object, diagnostics } = await core.apply(planned, config, stored);
    expect(diagnostics.filter(isError)).toHaveLength(1);
    expect(object?.value).toEqual(stored.value);
  });
});
