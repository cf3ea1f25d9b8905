import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalKey,
  Decimal,
  Dynamic,
  type Type,
  unknown,
  unknownNotNull,
  type Value,
  valuesEqual,
} from "../../../provider/src/wire/index.js";
import { anyType, anyValue, runs } from "./arbitraries.js";

describe("two values", () => {
  it.each<[Value, Value, Type, boolean]>([
    [1, Decimal.from("1.0"), "number", true],
    [0.1, Decimal.from("0.1"), "number", true],
    [Decimal.from("9007199254740993"), Decimal.from("9007199254740992"), "number", false],
    ["gro\u0308ße", "größe", "string", true],
    ["1", "2", "string", false],
    [null, "", "string", false],
    [[], null, { list: "string" }, false],
    [["a", "b"], ["b", "a"], { list: "string" }, false],
    [["a", "b"], ["b", "a"], { set: "string" }, true],
    [["a", "a"], ["a"], { set: "string" }, true],
    [[unknown, unknown], [unknown], { set: "string" }, false],
    [unknown, unknownNotNull, "string", true],
    [unknown, "a", "string", false],
    [new Map([["o\u0308", 1]]), new Map([["ö", 1]]), { map: "number" }, true],
    [new Map([["a", 1]]), new Map([["b", 1]]), { map: "number" }, false],
    [new Dynamic("string", "1"), new Dynamic("number", 1), "dynamic", false],
    [new Dynamic("string", "1"), new Dynamic("string", "1"), "dynamic", true],
    [{ a: 1, b: null }, { b: null, a: 1 }, { object: { a: "number", b: "number" } }, true],
    [{ a: [["x"], ["y"]] }, { a: [["y"], ["x"]] }, { object: { a: { set: { set: "string" } } } }, true],
  ])("%j and %j of %j: %s", (a, b, type, equal) => {
    expect(valuesEqual(a, b, type)).toBe(equal);
    expect(valuesEqual(b, a, type)).toBe(equal);
  });

  it("are equal exactly when their keys are", () => {
    const pairs = anyType.chain((type) => fc.tuple(fc.constant(type), anyValue(type), anyValue(type)));
    fc.assert(
      fc.property(pairs, ([type, a, b]) => {
        expect(valuesEqual(a, b, type)).toBe(canonicalKey(a, type) === canonicalKey(b, type));
        expect(valuesEqual(a, structuredCopy(a), type)).toBe(true);
      }),
      runs(500),
    );
  });
});

/** The same value, made of other arrays, maps and objects. */
function structuredCopy(value: Value): Value {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (value instanceof Map) {
    return new Map(
      [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [key, structuredCopy(item)]),
    );
  }
  return value instanceof Dynamic ? new Dynamic(value.type, structuredCopy(value.value)) : value;
}
