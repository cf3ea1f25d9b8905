import { describe, expect, it } from "vitest";
import {
  type Type,
  typeFromJson,
  typeName,
  typeToJson,
  WireError,
} from "../../../provider/src/wire/index.js";

describe("a type in JSON form", () => {
  it.each<[Type, string]>([
    ["string", '"string"'],
    ["number", '"number"'],
    ["bool", '"bool"'],
    ["dynamic", '"dynamic"'],
    [{ list: "string" }, '["list","string"]'],
    [{ set: "number" }, '["set","number"]'],
    [{ map: "bool" }, '["map","bool"]'],
    [{ tuple: [] }, '["tuple",[]]'],
    [{ tuple: ["string", { list: "bool" }] }, '["tuple",["string",["list","bool"]]]'],
    [{ object: {} }, '["object",{}]'],
    [{ object: { b: "bool", a: { map: "string" } } }, '["object",{"a":["map","string"],"b":"bool"}]'],
  ])("of %j is %s", (type, json) => {
    expect(typeToJson(type)).toBe(json);
    expect(typeToJson(typeFromJson(json))).toBe(json);
  });

  it("may have blanks, and optional attributes, which are left out", () => {
    const json = ' [ "object" , {"a":"string","b":"bool"} , ["b"] ] ';
    expect(typeToJson(typeFromJson(json))).toBe('["object",{"a":"string","b":"bool"}]');
  });

  it("takes names of prototypes for ordinary attributes", () => {
    const json = '["object",{"__proto__":"string","constructor":"bool"}]';
    expect(typeToJson(typeFromJson(json))).toBe(json);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("has attribute names in Unicode normal form C, sorted by their bytes", () => {
    expect(typeToJson(typeFromJson('["object",{"e\u0301":"bool"}]'))).toBe('["object",{"\u00e9":"bool"}]');
    const type: Type = { object: { "\u{1f600}": "bool", "\uffee": "bool" } };
    expect(typeToJson(type)).toBe('["object",{"\uffee":"bool","\u{1f600}":"bool"}]');
  });

  it.each([
    "",
    "string",
    "null",
    "12",
    "{}",
    "[]",
    '"text"',
    '["list"]',
    '["list","string","string"]',
    '["array","string"]',
    '["tuple","string"]',
    '["object",["string"]]',
    '["object",null]',
    '["object","string"]',
    '["object",{"a":"string"},["b"]]',
    '["object",{"a":"string"},[1]]',
    '["object",{"a":"string"},"a"]',
    '["object",{"a":"string"},["a"],[]]',
    '["object",null,["a"]]',
    '["list",["map",7]]',
  ])("is refused when it is %s", (json) => {
    expect(() => typeFromJson(json)).toThrow(WireError);
  });

  it("is refused when it nests without end", () => {
    const json = `${'["list",'.repeat(100_000)}"string"${"]".repeat(100_000)}`;
    expect(() => typeFromJson(json)).toThrow(WireError);
    const endless: { list: Type } = { list: "string" };
    endless.list = endless;
    expect(() => typeToJson(endless)).toThrow(WireError);
  });
});

describe("the name of a type", () => {
  it.each<[Type, string]>([
    ["string", "string"],
    [{ list: { map: "number" } }, "list of map of number"],
    [{ set: { object: { a: "bool" } } }, "set of object"],
    [{ tuple: ["bool"] }, "tuple"],
  ])("of %j is %s", (type, name) => {
    expect(typeName(type)).toBe(name);
  });
});
