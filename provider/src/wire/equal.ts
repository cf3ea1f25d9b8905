import { Decimal, numberText } from "./decimal.js";
import { attributeType, type Type, typeToJson } from "./type.js";
import { containsUnknown, Dynamic, isArray, isUnknown, type Value } from "./value.js";

/**
 * Whether Terraform holds two values of a type for the same: numbers by value, strings in Unicode normal form C, sets
 * in any order and without repetition. An unknown equals an unknown, whatever is certain about either.
 */
export function valuesEqual(a: Value, b: Value, type: Type): boolean {
  return a === b || canonicalKey(a, type) === canonicalKey(b, type);
}

/**
 * A text that is the same for equal values of a type and different for all others, for use as a map key, for the
 * elements of sets, and for a stable order. It holds the whole value: never log it. A value that does not belong to
 * the type gets a key as well.
 */
export function canonicalKey(value: Value, type: Type): string {
  if (value === null || value === undefined) return "null";
  if (isUnknown(value)) return "unknown";
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC"));
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number" || value instanceof Decimal) return numberText(value);
  if (value instanceof Dynamic) return `<${typeToJson(value.type)}>${canonicalKey(value.value, value.type)}`;
  if (isArray(value)) return arrayKey(value, type);
  if (value instanceof Map) return recordKey("map", [...value.entries()], () => mapElement(type));
  return recordKey("object", Object.entries(value), (name) => objectAttribute(type, name));
}

function arrayKey(values: readonly Value[], type: Type): string {
  const isSet = typeof type !== "string" && "set" in type;
  const keys = values.map((value, index) => canonicalKey(value, sequenceElement(type, index)));
  if (!isSet) return `[${keys.join(",")}]`;
  // A set holds a known element once, however often it is given; two unknown ones may become different.
  const seen = new Set<string>();
  const distinct = keys.filter((key, index) => {
    const isRepeated = seen.has(key) && !containsUnknown(values[index] ?? null);
    seen.add(key);
    return !isRepeated;
  });
  return `{${distinct.sort().join(",")}}`;
}

function recordKey(kind: string, entries: [string, Value][], typeOf: (name: string) => Type): string {
  const keys = entries.map(
    ([name, value]) => `${JSON.stringify(name.normalize("NFC"))}:${canonicalKey(value, typeOf(name))}`,
  );
  return `${kind}(${keys.sort().join(",")})`;
}

function sequenceElement(type: Type, index: number): Type {
  if (typeof type === "string") return "dynamic";
  if ("list" in type) return type.list;
  if ("set" in type) return type.set;
  return "tuple" in type ? (type.tuple[index] ?? "dynamic") : "dynamic";
}

const mapElement = (type: Type): Type => (typeof type !== "string" && "map" in type ? type.map : "dynamic");

const objectAttribute = (type: Type, name: string): Type =>
  typeof type !== "string" && "object" in type ? (attributeType(type.object, name) ?? "dynamic") : "dynamic";
