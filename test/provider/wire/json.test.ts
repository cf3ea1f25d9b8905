import "../../seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, decodeJson, encodeJson, parseJson, WireError } from "../../../provider/src/wire/index.js";

const plain = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(parseJson(text), (_key, value: unknown) =>
      value instanceof Map ? Object.fromEntries(value) : value,
    ),
  );

describe("a JSON text", () => {
  it("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false, maxDepth: 4 }), (text) => {
        fc.pre(!/\d{15}|e|E/.test(text) && !text.includes("__proto__"));
        expect(plain(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("keeps every digit of a number", () => {
    expect(parseJson("9007199254740993")).toEqual(Decimal.from("9007199254740993"));
    expect(parseJson("0.1")).toBe(0.1);
    expect(encodeJson(Decimal.from("3.14159265358979323846264338"), "number")).toBe(
      "3.14159265358979323846264338",
    );
  });

  it.each([
    "",
    "{",
    '{"a"}',
    "[1,]",
    "01",
    "tru",
    '"a',
    '"\\x"',
    "1 2",
    "NaN",
  ])("is refused when it is %j", (text) => {
    expect(() => parseJson(text)).toThrow(WireError);
  });

  it("is refused, not crashed on, when it nests without end", () => {
    expect(() => parseJson("[".repeat(100_000))).toThrow(WireError);
  });

  it("may lack attributes, or have more, when it is a stored state", () => {
    const type = { object: { a: "string", b: "number" } } as const;
    expect(() => decodeJson('{"a":"x","old":1}', type)).toThrow(WireError);
    const state = decodeJson('{"a":"x","old":1}', type, {
      ignoreExtraAttributes: true,
      missingAttributesNull: true,
    });
    expect({ ...(state as object) }).toEqual({ a: "x", b: null });
  });
});
