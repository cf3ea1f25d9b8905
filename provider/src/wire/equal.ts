import { Decimal, numberText } from "./decimal.js";
import { type Type, attributeType, typeToJson } from "./type.js";
import { Dynamic, isArray, isUnknown, type Value } from "./value.js";

/**
 * Whether Terraform holds two values of a type for the same: numbers by value, strings in Unicode normal form C, sets
 * in any order. An unknown equals an unknown, whatever is certain about either.
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
  if (value instanceof Map) return recordKey("map", value.entries(), () => (isMapType(type) ? type.map : "dynamic"));
  return recordKey("", Object.entries(value), (name) =>
    typeof type !== "string" && "object" in type ? (attributeType(type.object, name) ?? "dynamic") : "dynamic",
  );
}
