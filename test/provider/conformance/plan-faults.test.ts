import { describe, expect, it } from "vitest";
import type { Path } from "../../../provider/src/framework/index.js";
import { unknown, type Value } from "../../../provider/src/wire/index.js";
import type { Faults } from "../fixtures/faulty.js";
import { assertPlanValid } from "./core/assert-plan-valid.js";
import { ProviderErrors } from "./core/core.js";
import {
  type Answer,
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

const PLAN_FAULTS: readonly [string, (plan: Answer) => unknown, Path][] = [
  ["changes a configured value", change("name", "two"), at("name")],
  ["plans a value that is neither configured nor computed", change("label", "made up"), at("label")],
  ["makes a configured value unknown", change("name", unknown), at("name")],
  ["drops a configured value", change("tags", null), at("tags")],
  [
    "adds a key to a configured map",
    change(
      "tags",
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    ),
    at("tags"),
  ],
  ["reorders a list", change("rows", ["y", "x"]), at("rows")],
  ["adds an element to a set", change("words", ["p", "q", "r"]), at("words")],
  ["changes a value in a nested object", changeIn("box", { label: "other" }), at("box", "label")],
  ["makes a configured object unknown", change("box", unknown), at("box")],
  ["drops a configured object", change("box", null), at("box")],
  [
    "leaves out an element of a nested list",
    (plan) => change("items", [(plan["items"] as Value[])[0]])(plan),
    at("items"),
  ],
  [
    "changes a value in a nested list",
    (plan) =>
      change("items", [
        { label: "first", code: unknown },
        { label: "2nd", code: unknown },
      ])(plan),
    at("items", 1, "label"),
  ],
  ["leaves out an element of a nested set", change("marks", [{ label: "red", code: unknown }]), at("marks")],
  ["renames a key of a nested map", change("rooms", new Map([["attic", { label: "hall" }]])), at("rooms")],
  ["adds a block", change("part", [{ label: "left" }, { label: "right" }, { label: "more" }]), at("part")],
  ["answers null for blocks", change("part", null), at("part")],
  ["makes blocks unknown", change("part", unknown), at("part")],
  ["drops a single block", change("cover", null), at("cover")],
  ["leaks a write-only value", change("secret", "secret-value"), at("secret")],
  [
    "leaks a write-only value of a nested object",
    changeIn("box", { pin: "pin-of-the-box" }),
    at("box", "pin"),
  ],
  ["leaves out an attribute", without("note"), []],
  ["leaves out an attribute of a nested object", change("box", { label: "box", pin: null }), at("box")],
  ["adds an attribute", change("extra", "?"), []],
  ["answers the wrong type", change("tags", ["a"]), at("tags")],
  [
    "answers the wrong type in a nested list",
    change("items", [
      { label: 1, code: null },
      { label: "second", code: null },
    ]),
    at("items", 0, "label"),
  ],
  ["answers a number that has lost digits", change("size", 2 ** 53), at("size")],
  ["answers null", () => null, []],
  ["answers nothing", () => undefined, []],
  ["answers something that is no object", () => "planned", []],
];

describe("a plan that breaks the rules is withheld, with the attribute named, when it", () => {
  it.each(PLAN_FAULTS)("%s", async (_name, fault, path) => {
    let answered: unknown;
    const core = await start({
      plan: (plan) => {
        answered = fault(plan);
        return answered;
      },
    });
    const outcome = await core.plan(CONFIG, undefined).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(ProviderErrors);
    if (outcome instanceof ProviderErrors) expectReport(outcome.diagnostics, "Invalid plan withheld", path);
    expect(coreRefuses(core, answered, (value) => assertPlanValid(core.block, null, CONFIG, value))).toBe(
      true,
    );
  });

  it("asks for a replacement because of a value that does not exist", async () => {
    const faults: Faults = {};
    const core = await start(faults);
    const stored = await created(core);
    faults.replace = [{ attribute: "items" }, { index: 7 }, { attribute: "label" }];
    const outcome = await core.plan({ ...CONFIG, name: "two" }, stored).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(ProviderErrors);
    if (outcome instanceof ProviderErrors) {
      expectReport(outcome.diagnostics, "Invalid plan withheld", at("items", 7, "label"));
    }
  });
});
