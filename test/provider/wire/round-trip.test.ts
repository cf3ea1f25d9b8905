import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conformanceErrors,
  containsUnknown,
  decodeJson,
  decodeMsgpack,
  encodeJson,
  encodeMsgpack,
  parseJson,
  stringifyJson,
  typeFromJson,
  typeToJson,
  type Value,
  valuesEqual,
} from "../../../provider/src/wire/index.js";
import { anyType, anyUnknown, runs, typedValue } from "./arbitraries.js";

describe("any value of any type", () => {
  it("comes back from MessagePack as an equal value of its type", () => {
    fc.assert(
      fc.property(typedValue(), ([type, value]) => {
        const decoded = decodeMsgpack(encodeMsgpack(value, type), type);
        expect(valuesEqual(decoded, value, type)).toBe(true);
        expect(conformanceErrors(decoded, type)).toEqual([]);
        expect(containsUnknown(decoded)).toBe(containsUnknown(value));
      }),
      runs(400),
    );
  });

  it("has one form in MessagePack: decoded and encoded again, it is the same bytes", () => {
    fc.assert(
      fc.property(typedValue(), ([type, value]) => {
        const bytes = encodeMsgpack(value, type);
        expect(encodeMsgpack(decodeMsgpack(bytes, type), type)).toEqual(bytes);
      }),
      runs(400),
    );
  });

  it("comes back from JSON as an equal value, when it is known", () => {
    const known = typedValue({ unknowns: false, finite: true });
    fc.assert(
      fc.property(known, ([type, value]) => {
        const text = encodeJson(value, type);
        expect(valuesEqual(decodeJson(text, type), value, type)).toBe(true);
        expect(encodeJson(decodeJson(text, type), type)).toBe(text);
      }),
      runs(400),
    );
  });

  it("keeps what is certain about an unknown", () => {
    const typedUnknown = anyType.chain((type) => fc.tuple(fc.constant(type), anyUnknown(type)));
    fc.assert(
      fc.property(typedUnknown, ([type, value]) => {
        expect(decodeMsgpack(encodeMsgpack(value, type), type)).toEqual(value);
      }),
      runs(400),
    );
  });

  it("is not changed by being encoded", () => {
    fc.assert(
      fc.property(typedValue(), ([type, value]) => {
        const before = snapshot(value);
        encodeMsgpack(value, type);
        expect(snapshot(value)).toEqual(before);
      }),
      runs(100),
    );
  });
});

describe("any type", () => {
  it("comes back from JSON", () => {
    fc.assert(
      fc.property(anyType, (type) => {
        expect(typeToJson(typeFromJson(typeToJson(type)))).toBe(typeToJson(type));
        expect(typeFromJson(typeToJson(type))).toEqual(type);
      }),
      runs(300),
    );
  });
});

describe("any JSON document", () => {
  it("is read as JSON.parse reads it, when no number needs more digits", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (document) => {
        fc.pre(!holdsInexactNumber(document));
        expect(JSON.parse(stringifyJson(parseJson(JSON.stringify(document))))).toEqual(
          JSON.parse(JSON.stringify(document)),
        );
        expect(stringifyJson(parseJson(JSON.stringify(document, null, "\t")))).toBe(
          stringifyJson(parseJson(JSON.stringify(document))),
        );
      }),
      runs(300),
    );
  });
});

function holdsInexactNumber(document: unknown): boolean {
  if (typeof document === "number") return Number.isInteger(document) && !Number.isSafeInteger(document);
  return (
    typeof document === "object" && document !== null && Object.values(document).some(holdsInexactNumber)
  );
}

function snapshot(value: Value): unknown {
  return structuredClone(value instanceof Map || Array.isArray(value) ? [...value] : JSON.stringify(value));
}
