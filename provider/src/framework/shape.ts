import { Decimal, Dynamic, isUnknown, type ObjectValue, type Value } from "../wire/index.js";

/** Whether a value is an object with attributes, rather than one of the other things that are objects in JavaScript. */
export const isObject = (value: unknown): value is ObjectValue =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Decimal) &&
  !(value instanceof Dynamic) &&
  !isUnknown(value);

/** Whether there is no value: null, or a null that keeps its type in a place of type `dynamic`. */
export const isNull = (value: Value): boolean =>
  value === null || (value instanceof Dynamic && isNull(value.value));

/** Whether a value is not known yet: unknown, or an unknown that keeps its type in a place of type `dynamic`. */
export const isOpen = (value: Value): boolean =>
  isUnknown(value) || (value instanceof Dynamic && isOpen(value.value));

/** `instanceof Map` for values: the built-in check does not know what is in the map. */
export const isMap = (value: unknown): value is ReadonlyMap<string, Value> => value instanceof Map;

/** An object without a prototype, so that every name is an ordinary one. */
export function objectOf(entries: Iterable<readonly [string, Value]>): ObjectValue {
  const object: Record<string, Value> = Object.create(null);
  for (const [name, value] of entries) object[name] = value;
  return object;
}
