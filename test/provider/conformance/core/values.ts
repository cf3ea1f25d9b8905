import {
  Dynamic,
  isUnknown,
  type ObjectValue,
  type Path,
  type Type,
  type Value,
  valuesEqual,
} from "../../../../provider/src/wire/index.js";

/** A member of a value that may be no object at all. */
export function member(value: Value | undefined, name: string): Value {
  return isObject(value) ? (value[name] ?? null) : null;
}

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === "object" &&
  value !== null &&
  !isUnknown(value) &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  [null, Object.prototype].includes(Object.getPrototypeOf(value) as null);

/** Whether cty holds a value for null, also one that keeps its type under a dynamic type. */
export const isNull = (value: Value): boolean =>
  value === null || (value instanceof Dynamic && isNull(value.value));

export const items = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

export const entries = (value: Value | undefined): ReadonlyMap<string, Value> =>
  value instanceof Map ? (value as ReadonlyMap<string, Value>) : new Map();

/** A set as cty holds it: a known element once. */
export function distinct(values: readonly Value[], type: Type): readonly Value[] {
  return values.filter(
    (value, index) =>
      values.findIndex((other) => valuesEqual(other, value, type)) === index || holdsUnknown(value),
  );
}

/** A value whose sets, at any depth, hold each known element once: that is what cty makes of an answer. */
export function withDistinctElements(value: Value, type: Type): Value {
  if (value === null || isUnknown(value) || typeof type === "string") return value;
  if ("object" in type) {
    return Object.assign(
      Object.create(null),
      Object.fromEntries(
        Object.entries(type.object).map(([name, inner]) => [
          name,
          withDistinctElements(member(value, name), inner),
        ]),
      ),
    );
  }
  if ("map" in type) {
    return new Map([...entries(value)].map(([key, item]) => [key, withDistinctElements(item, type.map)]));
  }
  const inside = items(value).map((item) => withDistinctElements(item, elementOf(type)));
  return "set" in type ? distinct(inside, type.set) : inside;
}

export function holdsUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return (value as readonly Value[]).some(holdsUnknown);
  if (value instanceof Map) return [...(value as ReadonlyMap<string, Value>).values()].some(holdsUnknown);
  if (isObject(value)) return Object.values(value).some(holdsUnknown);
  const dynamic = value as { readonly value?: Value } | null;
  return typeof dynamic === "object" && dynamic?.value !== undefined && holdsUnknown(dynamic.value);
}

/** The value at the end of a path; null when it leads nowhere. */
export function valueAt(value: Value, path: Path): Value {
  return path.reduce<Value>((inner, step) => {
    if ("attribute" in step) return member(inner, step.attribute);
    if ("key" in step) return entries(inner).get(step.key) ?? null;
    return "index" in step ? (items(inner)[step.index] ?? null) : null;
  }, value);
}

/** A finding of one of core's checks. */
export interface Finding {
  readonly path: Path;
  readonly text: string;
}

export const elementOf = (type: Type): Type => {
  if (typeof type === "string") return "dynamic";
  if ("list" in type) return type.list;
  if ("set" in type) return type.set;
  return "map" in type ? type.map : "dynamic";
};
