import {
  Decimal,
  Dynamic,
  isArray,
  isUnknown,
  type ObjectValue,
  unknown,
  unknownNotNull,
  type Value,
} from "../../wire/index.js";
import type { Attributes } from "../schema/attribute.js";
import { isBlock, isComputed } from "../schema/type.js";
import { isMap, objectOf } from "../shape.js";
import { mapAttributes } from "../walk.js";

/** Marks as unknown what the provider may decide again because something else changes. */
export function markComputedUnknown(
  attributes: Attributes,
  plan: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  return mapAttributes(attributes, { value: plan, config }, ({ attribute, value, config, inConfig }) => {
    if (config !== null || isBlock(attribute) || !isComputed(attribute)) return value;
    if (attribute.default !== undefined) return value;
    // Inside the default of an outer attribute, what that default says stays.
    if (!inConfig && value !== null) return value;
    return attribute.neverNull ? unknownNotNull : unknown;
  });
}

/** Replaces what is still unknown with null: the most that can be stored of an unfinished change. */
export function nullUnknowns(value: Value): Value {
  if (isUnknown(value) || value === null) return null;
  if (typeof value !== "object" || value instanceof Decimal) return value;
  if (value instanceof Dynamic) return new Dynamic(value.type, nullUnknowns(value.value));
  if (isArray(value)) return value.filter((item) => !isUnknown(item)).map(nullUnknowns);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, nullUnknowns(item)]));
  return objectOf(Object.entries(value).map(([name, item]) => [name, nullUnknowns(item)]));
}
