import type { Path } from "./path.js";
import { attributeType, type Type } from "./type.js";
import { Dynamic, isArray, isUnknown, type Value } from "./value.js";

/**
 * Whether a path leads to a value, as Terraform follows it: through unknown values by their type, never through null,
 * and no further than to a set, whose elements have no names.
 *
 * @example
 * resolvePath({ tags: ["a"] }, { object: { tags: { list: "string" } } }, [{ attribute: "tags" }, { index: 1 }]); // false
 */
export function resolvePath(value: Value, type: Type, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined || "element" in step) return true;
  if (value === null) return false;
  if (value instanceof Dynamic) return resolvePath(value.value, value.type, path);
  if (type === "dynamic") return true;
  if (typeof type === "string") return false;
  if ("attribute" in step) {
    const inner = "object" in type ? attributeType(type.object, step.attribute) : undefined;
    return inner !== undefined && resolvePath(memberOf(value, step.attribute), inner, rest);
  }
  if ("key" in step) {
    if (!("map" in type)) return false;
    if (isUnknown(value)) return resolvePath(value, type.map, rest);
    const inner = value instanceof Map ? (value as ReadonlyMap<string, Value>).get(step.key) : undefined;
    return inner !== undefined && resolvePath(inner, type.map, rest);
  }
  const element = "list" in type ? type.list : "tuple" in type ? type.tuple[step.index] : undefined;
  if (element === undefined) return false;
  if (isUnknown(value)) return resolvePath(value, element, rest);
  const inner = isArray(value) ? value[step.index] : undefined;
  return inner !== undefined && resolvePath(inner, element, rest);
}

function memberOf(value: Value, name: string): Value {
  if (isUnknown(value)) return value;
  const isObject =
    typeof value === "object" && value !== null && !isArray(value) && Object.hasOwn(value, name);
  return isObject ? ((value as { readonly [name: string]: Value })[name] ?? null) : null;
}
