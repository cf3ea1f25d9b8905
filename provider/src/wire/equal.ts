import { Decimal, numberText } from "./decimal.js";
import { attributeType, type Type, typeToJson } from "./type.js";
import { containsUnknown, Dynamic, isArray, isUnknown, type ObjectValue, type Value } from "./value.js";

/**
 * Whether Terraform holds two values of a type for the same: numbers by value, strings in Unicode normal form C, sets
 * in any order and without repetition. An unknown equals an unknown, whatever is certain about either.
 */
export function valuesEqual(a: Value, b: Value, type: Type): boolean {
  if (a === b) return true;
  if (isArray(a) && isArray(b)) {
    return isSet(type)
      ? canonicalKey(a, type) === canonicalKey(b, type)
      : a.length === b.length &&
          a.every((item, index) => valuesEqual(item, b[index] ?? null, sequenceElement(type, index)));
  }
  if (a instanceof Map && b instanceof Map) return recordsEqual([...a], [...b], () => mapElement(type));
  if (isRecord(a) && isRecord(b)) {
    return recordsEqual(Object.entries(a), Object.entries(b), (name) => objectAttribute(type, name));
  }
  return canonicalKey(a, type) === canonicalKey(b, type);
}

function recordsEqual(
  a: readonly [string, Value][],
  b: readonly [string, Value][],
  typeOf: (name: string) => Type,
): boolean {
  const others = new Map(b.map(([name, value]) => [name.normalize("NFC"), value]));
  return (
    a.length === b.length &&
    a.every(([given, value]) => {
      const name = given.normalize("NFC");
      return others.has(name) && valuesEqual(value, others.get(name) ?? null, typeOf(name));
    })
  );
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
  const keys = values.map((value, index) => canonicalKey(value, sequenceElement(type, index)));
  if (!isSet(type)) return `[${keys.join(",")}]`;
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

const isSet = (type: Type): boolean => typeof type !== "string" && "set" in type;

/** Whether a value is an object with attributes, rather than one of the other things that are objects. */
const isRecord = (value: Value): value is ObjectValue =>
  typeof value === "object" &&
  value !== null &&
  !isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Decimal) &&
  !(value instanceof Dynamic) &&
  !isUnknown(value);

function sequenceElement(type: Type, index: number): Type {
  if (typeof type === "string") return "dynamic";
  if ("list" in type) return type.list;
  if ("set" in type) return type.set;
  return "tuple" in type ? (type.tuple[index] ?? "dynamic") : "dynamic";
}

const mapElement = (type: Type): Type => (typeof type !== "string" && "map" in type ? type.map : "dynamic");

const objectAttribute = (type: Type, name: string): Type =>
  typeof type !== "string" && "object" in type ? (attributeType(type.object, name) ?? "dynamic") : "dynamic";
