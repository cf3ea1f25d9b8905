import { describe, expect, it } from "vitest";
import {
  alsoRequires,
  at,
  atLeastOneOf,
  type ConfigRule,
  conflictsWith,
  Diagnostics,
  exactlyOneOf,
  unknown,
} from "../../../provider/src/framework/index.js";
import type { ObjectValue, Value } from "../../../provider/src/wire/index.js";

function check(rule: ConfigRule, config: ObjectValue): string[] {
  const diagnostics = new Diagnostics();
  rule.check(config, { path: [{ attribute: "outer" }], diagnostics, writeOnlyAllowed: true });
  return diagnostics.items.map(({ summary, path }) => `${summary} at ${JSON.stringify(path)}`);
}

const EXCLUDE = 'Attributes that exclude each other at [{"attribute":"outer"},{"attribute":"b"}]';
const MISSING = 'Attribute missing at [{"attribute":"outer"}]';

describe("a rule between attributes", () => {
  it.each<[string, ConfigRule, Value, Value, string[]]>([
    ["conflictsWith takes one", conflictsWith("a", "b"), 1, null, []],
    ["conflictsWith takes none", conflictsWith("a", "b"), null, null, []],
    ["conflictsWith refuses two", conflictsWith("a", "b"), 1, 2, [EXCLUDE]],
    ["conflictsWith waits for what is not known", conflictsWith("a", "b"), 1, unknown, []],
    ["exactlyOneOf takes one", exactlyOneOf("a", "b"), null, 2, []],
    ["exactlyOneOf refuses none", exactlyOneOf("a", "b"), null, null, [MISSING]],
    ["exactlyOneOf refuses two", exactlyOneOf("a", "b"), 1, 2, [EXCLUDE]],
    ["exactlyOneOf waits for what is not known", exactlyOneOf("a", "b"), unknown, null, []],
    ["atLeastOneOf takes two", atLeastOneOf("a", "b"), 1, 2, []],
    ["atLeastOneOf refuses none", atLeastOneOf("a", "b"), null, null, [MISSING]],
    ["alsoRequires takes both", alsoRequires("a", "b"), 1, 2, []],
    ["alsoRequires takes neither", alsoRequires("a", "b"), null, null, []],
    ["alsoRequires takes the other one alone", alsoRequires("a", "b"), null, 2, []],
    [
      "alsoRequires refuses the first alone",
      alsoRequires("a", "b"),
      1,
      null,
      ['Attribute missing at [{"attribute":"outer"},{"attribute":"a"}]'],
    ],
    ["alsoRequires waits for what is not known", alsoRequires("a", "b"), unknown, null, []],
    ["alsoRequires waits for the other one", alsoRequires("a", "b"), 1, unknown, []],
  ])("%s", (_name, rule, a, b, expected) => {
    expect(check(rule, { a, b })).toEqual(expected);
  });

  it("reaches into nested objects, and stops where one is null or not known", () => {
    const rule = conflictsWith("a", at("inner", "b"));
    expect(check(rule, { a: 1, inner: { b: 2 } })).toHaveLength(1);
    expect(check(rule, { a: 1, inner: null })).toEqual([]);
    expect(check(rule, { a: 1, inner: unknown })).toEqual([]);
  });

  it("describes itself for the documentation", () => {
    expect(exactlyOneOf("a", "b", at("c", "d")).description).toBe("exactly one of a, b and c.d");
    expect(alsoRequires("a", "b").description).toBe("a only with b");
  });
});
