import type { Attribute, Attributes } from "../../../provider/src/framework/index.js";
import { attributeType, isComputed } from "../../../provider/src/framework/schema/type.js";
import {
  Dynamic,
  isUnknown,
  type ObjectValue,
  type Type,
  type Value,
} from "../../../provider/src/wire/index.js";
import { isObject } from "./core/values.js";

// A resource whose remote side decides every computed value: a different one in every place.

/** What the remote side answers to a plan. `decide` says for each value in turn whether it may be absent. */
export function settle(attributes: Attributes, plan: Value, decide: () => boolean): ObjectValue {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const object = (inner: Attributes, value: Value): ObjectValue =>
    Object.fromEntries(
      Object.entries(inner).map(([name, attribute]) => [
        name,
        settled(attribute, isObject(value) ? (value[name] ?? null) : null),
      ]),
    );
  const settled = (attribute: Attribute, value: Value): Value => {
    if (!("attributes" in attribute)) {
      const mayBeNull = !(isUnknown(value) && value.refinement?.notNull) && !attribute.neverNull;
      return isUnknown(value) ? (mayBeNull && decide() ? null : made(attributeType(attribute), next)) : value;
    }
    if (isUnknown(value)) {
      if (!value.refinement?.notNull && decide()) return null;
      return madeNested(attribute, () => decided(attribute.attributes));
    }
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((item: Value) => element(attribute, item));
    if (value instanceof Map) {
      return new Map(
        [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [key, element(attribute, item)]),
      );
    }
    return element(attribute, value);
  };
  const element = (attribute: Extract<Attribute, { attributes: Attributes }>, item: Value): Value =>
    isObject(item) ? object(attribute.attributes, item) : item;
  // What no configuration gives is null in an object that the remote side made up.
  const decided = (inner: Attributes): ObjectValue =>
    Object.fromEntries(
      Object.entries(inner).map(([name, attribute]) => [
        name,
        isComputed(attribute) ? whole(attribute) : null,
      ]),
    );
  const whole = (attribute: Attribute): Value =>
    "attributes" in attribute
      ? madeNested(attribute, () => decided(attribute.attributes))
      : made(attributeType(attribute), next);
  return object(attributes, plan);
}

function madeNested(attribute: Attribute, object: () => ObjectValue): Value {
  switch (attribute.kind) {
    case "objectList":
    case "objectSet":
      return [object(), object()];
    case "objectMap":
      return new Map([["made", object()]]);
    case "listBlock":
    case "setBlock":
      return [];
    default:
      return object();
  }
}

/** A value of a type, another one at every call. */
function made(type: Type, next: () => number): Value {
  if (type === "string") return `made-${next()}`;
  // Numbers that no configuration gives, so that no two elements of a set become the same by chance.
  if (type === "number") return -9_000_000_000_000 - next();
  if (type === "bool") return next() % 2 === 0;
  if (type === "dynamic") return new Dynamic("string", `made-${next()}`);
  if ("list" in type) return [made(type.list, next), made(type.list, next)];
  if ("set" in type) return [made(type.set, next)];
  if ("map" in type) return new Map([["made", made(type.map, next)]]);
  if ("tuple" in type) return type.tuple.map((element) => made(element, next));
  return Object.fromEntries(Object.entries(type.object).map(([name, inner]) => [name, made(inner, next)]));
}
