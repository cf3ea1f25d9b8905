import { Decimal, isExactNumber, type NumberValue, narrowNumber } from "./decimal.js";
import { WireError } from "./errors.js";
import type { PathStep } from "./path.js";
import { compareText, normalizeText, quoteNames } from "./text.js";
import { attributeNames, attributeType, type ObjectType, type Type, typeName } from "./type.js";
import { Dynamic, isArray, isUnknown, type ObjectValue, type Unknown, type Value } from "./value.js";

/** A value inside another one, with its place and its type. */
export interface Member {
  readonly step: PathStep;
  readonly value: Value;
  readonly type: Type;
}

/** A member that has a name: an attribute of an object or a key of a map. */
export interface NamedMember extends Member {
  readonly name: string;
}

/**
 * What a value is in a place of a given type, one level deep, in canonical form: strings in normal form C, numbers
 * narrowed, named members sorted as Terraform sorts them.
 */
export type Fit =
  | { readonly kind: "null" }
  | { readonly kind: "unknown"; readonly unknown: Unknown }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly number: NumberValue }
  | { readonly kind: "bool"; readonly bool: boolean }
  | { readonly kind: "sequence"; readonly members: readonly Member[] }
  | { readonly kind: "record"; readonly members: readonly NamedMember[] }
  | { readonly kind: "dynamic"; readonly type: Type; readonly value: Value };

/**
 * Fits a value to a type, one level deep. This is the one place that knows which values belong to which type;
 * encoders and the conformance check walk on from here.
 *
 * @throws WireError with an empty path when the value does not belong to the type.
 */
export function fit(value: Value, type: Type): Fit {
  if (value === null) return { kind: "null" };
  if (isUnknown(value)) return { kind: "unknown", unknown: value };
  if (typeof type === "string") return fitSimple(value, type);
  if ("list" in type) return fitElements(value, type, type.list);
  if ("set" in type) return fitElements(value, type, type.set);
  if ("map" in type) return fitMap(value, type, type.map);
  if ("tuple" in type) return fitTuple(value, type.tuple);
  return fitObject(value, type.object);
}

function fitSimple(value: Value, type: "string" | "number" | "bool" | "dynamic"): Fit {
  if (type === "string" && typeof value === "string") return { kind: "string", text: normalizeText(value) };
  if (type === "bool" && typeof value === "boolean") return { kind: "bool", bool: value };
  if (type === "dynamic" && value instanceof Dynamic) {
    return { kind: "dynamic", type: value.type, value: value.value };
  }
  if (type === "number" && value instanceof Decimal) return { kind: "number", number: narrowNumber(value) };
  if (type === "number" && typeof value === "number") {
    if (!isExactNumber(value)) {
      throw new WireError(
        "an exact number is required: this is NaN or an integer beyond 2^53, which needs a Decimal",
      );
    }
    return { kind: "number", number: value };
  }
  throw mismatch(type === "dynamic" ? "value with its type" : type, value);
}

function fitElements(value: Value, type: Type, element: Type): Fit {
  if (!isArray(value)) throw mismatch(typeName(type), value);
  const isSet = typeof type !== "string" && "set" in type;
  return {
    kind: "sequence",
    members: Array.from(value, (item, index) => ({
      step: isSet ? { element: item } : { index },
      value: item,
      type: element,
    })),
  };
}

function fitTuple(value: Value, types: readonly Type[]): Fit {
  if (!isArray(value)) throw mismatch("tuple", value);
  if (value.length !== types.length) {
    throw new WireError(`a tuple of ${types.length} elements is required (${value.length} given)`);
  }
  const members = types.map((type, index) => ({ step: { index }, value: value[index] ?? null, type }));
  return { kind: "sequence", members };
}

function fitMap(value: Value, type: Type, element: Type): Fit {
  if (!(value instanceof Map)) throw mismatch(typeName(type), value);
  const members: NamedMember[] = [];
  for (const [key, item] of value as ReadonlyMap<string, Value>) {
    if (typeof key !== "string") throw new WireError("a map with strings as keys is required");
    const name = normalizeText(key);
    members.push({ step: { key: name }, name, value: item, type: element });
  }
  members.sort((a, b) => compareText(a.name, b.name));
  members.forEach((member, index) => {
    if (member.name === members[index + 1]?.name) {
      throw new WireError(
        `two keys of a map are the same in Unicode normal form C: ${quoteNames([member.name])}`,
      );
    }
  });
  return { kind: "record", members };
}

function fitObject(value: Value, type: ObjectType): Fit {
  if (!isObject(value)) throw mismatch("object", value);
  const names = attributeNames(type);
  const given = Object.keys(value).filter((name) => value[name] !== undefined);
  checkAttributes(type, given);
  const members = names.map((name) => ({
    step: { attribute: name },
    name,
    value: value[name] ?? null,
    type: attributeType(type, name) ?? "dynamic",
  }));
  return { kind: "record", members };
}

/**
 * Checks that attributes are exactly those of an object type, because Terraform refuses missing and additional ones
 * alike, and forgets the object for it after an apply.
 *
 * @throws WireError naming the attributes that are missing or not expected.
 */
export function checkAttributes(type: ObjectType, given: readonly string[]): void {
  const names = attributeNames(type);
  const present = new Set(given);
  const missing = names.filter((name) => !present.has(name));
  const extra = given.filter((name) => attributeType(type, name) === undefined);
  if (missing.length === 0 && extra.length === 0) return;
  const details = [
    ...(missing.length > 0 ? [`missing ${quoteNames(missing)}`] : []),
    ...(extra.length > 0 ? [`not expected ${quoteNames(extra)}`] : []),
  ];
  throw new WireError(
    `an object with ${names.length} attributes is required (${given.length} given): ${details.join("; ")}`,
  );
}

function isObject(value: Value): value is ObjectValue {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function mismatch(required: string, value: Value): WireError {
  const article = /^[aeiou]/.test(required) ? "an" : "a";
  return new WireError(`${article} ${required} is required, not ${kindOf(value)}`);
}

/** What a value is by its own form, for messages: its content may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (typeof value === "boolean") return "a bool";
  if (typeof value === "number" || value instanceof Decimal) return "a number";
  if (typeof value === "string") return "a string";
  if (value instanceof Dynamic) return "a value under a dynamic type";
  if (Array.isArray(value)) return "an array";
  if (value instanceof Map) return "a map";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
