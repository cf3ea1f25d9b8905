import "../../seed.js";
import { decode as oracleDecode, encode as oracleEncode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Decimal,
  Dynamic,
  decodeMsgpack,
  encodeMsgpack,
  type Type,
  Unknown,
  unknown,
  unknownNotNull,
  type Value,
  valuesEqual,
  WireError,
} from "../../../provider/src/wire/index.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => Buffer.from(text, "hex");

const leaf = fc.constantFrom<Type>("string", "number", "bool");
const names = fc.constantFrom("name", "id", "constructor", "toString", "größe", "a b");
const { type: anyType } = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie("type").map((list): Type => ({ list })),
    tie("type").map((map): Type => ({ map })),
    fc.array(tie("type"), { maxLength: 3 }).map((tuple): Type => ({ tuple })),
    fc.dictionary(names, tie("type"), { maxKeys: 4 }).map((object): Type => ({ object })),
  ),
}));

const numbers = fc.oneof(
  fc.maxSafeInteger(),
  fc.constantFrom(0.1, 1.5, -2.75, 1e-7),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }).map((value) => Decimal.from(String(value))),
  fc
    .constantFrom("3.14159265358979323846264338", "1e300", "-12345678901234567890.5")
    .map((text) => Decimal.from(text)),
);

function valueIn(type: Type): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Value>(null, unknown, unknownNotNull) },
    { weight: 6, arbitrary: present(type) },
  );
}

function present(type: Type): fc.Arbitrary<Value> {
  if (type === "string") return fc.string({ unit: "grapheme" }).map((text) => text.normalize("NFC"));
  if (type === "bool") return fc.boolean();
  if (typeof type === "string") return numbers;
  if ("list" in type) return fc.array(valueIn(type.list), { maxLength: 4 });
  if ("map" in type)
    return fc
      .array(fc.tuple(fc.string(), valueIn(type.map)), { maxLength: 4 })
      .map((items) => new Map(items));
  if ("tuple" in type) return fc.tuple(...type.tuple.map(valueIn));
  if ("object" in type)
    return fc.record(
      Object.fromEntries(Object.entries(type.object).map(([name, inner]) => [name, valueIn(inner)])),
    );
  return fc.constant(null);
}

describe("a value as MessagePack", () => {
  it("comes back as it went, for random types", () => {
    const typed = anyType.chain((type) => fc.tuple(fc.constant(type), valueIn(type)));
    fc.assert(
      fc.property(typed, ([type, value]) => {
        expect(valuesEqual(decodeMsgpack(encodeMsgpack(value, type), type), value, type)).toBe(true);
      }),
    );
  });

  it("is what an independent library writes and reads", () => {
    const type: Type = { object: { flag: "bool", list: { list: "number" }, text: "string" } };
    const value = {
      flag: true,
      list: [0, -1, 127, 128, 255, 256, 65_536, -33, -129, -32_769, 1.5],
      text: "größe",
    };
    const ours = encodeMsgpack(value, type);
    expect(hex(ours)).toBe(hex(oracleEncode(value)));
    expect(oracleDecode(ours)).toEqual(value);
    expect(decodeMsgpack(oracleEncode(value), type)).toEqual(Object.assign(Object.create(null), value));
  });

  it.each<[string, Value, string]>([
    ["an integer", 1, "01"],
    ["an exact fraction", 1.5, "cb3ff8000000000000"],
    ["a fraction that no float holds, as text", 0.1, "a3302e31"],
    ["2^53+1, as an integer", Decimal.from("9007199254740993"), "cf0020000000000001"],
    [
      "more than 64 bits, as text",
      Decimal.from("12345678901234567890"),
      "b43132333435363738393031323334353637383930",
    ],
    ["an unknown", unknown, "d40000"],
    ["an unknown that is not null", unknownNotNull, "c7030c8101c2"],
  ])("writes %s", (_case, value, expected) => {
    expect(hex(encodeMsgpack(value, "number"))).toBe(expected);
    expect(valuesEqual(decodeMsgpack(bytes(expected), "number"), value, "number")).toBe(true);
  });

  it("keeps what is certain about an unknown", () => {
    const value = new Unknown({ notNull: true, stringPrefix: "scapi_" });
    expect(decodeMsgpack(encodeMsgpack(value, "string"), "string")).toEqual(value);
  });

  it("carries the type of a dynamic value", () => {
    const value = new Dynamic({ list: "string" }, ["a"]);
    expect(decodeMsgpack(encodeMsgpack(value, "dynamic"), "dynamic")).toEqual(value);
  });

  it("names the attributes that are missing or not expected", () => {
    const type: Type = { object: { a: "string", b: "string" } };
    expect(() => encodeMsgpack({ a: "x", c: "y" }, type)).toThrow('missing "b"; not expected "c"');
    expect(() => decodeMsgpack(oracleEncode({ a: "x" }), type)).toThrow('missing "b"');
    expect(() => decodeMsgpack(oracleEncode({ a: "x", b: "y", c: "z" }), type)).toThrow('not expected "c"');
  });

  it("names the place of a wrong value, and not the value", () => {
    const type: Type = { object: { list: { list: { map: "number" } } } };
    const wrong = oracleEncode({ list: [{ x: 1 }, { y: true }] });
    expect(() => decodeMsgpack(wrong, type)).toThrow('list[1]["y"]: a number is required');
  });

  it("is refused as a WireError when the bytes are random, cut or too many", () => {
    fc.assert(
      fc.property(anyType, fc.uint8Array({ maxLength: 64 }), (type, input) => {
        try {
          decodeMsgpack(input, type);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
      { numRuns: 500 },
    );
    expect(() => decodeMsgpack(bytes("0101"), "number")).toThrow(WireError);
    expect(() => decodeMsgpack(bytes("ddffffffff"), { list: "string" })).toThrow(WireError);
    expect(() => decodeMsgpack(new Uint8Array(10_000).fill(0x91), "dynamic")).toThrow(WireError);
  });
});
