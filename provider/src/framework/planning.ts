import {
  Decimal,
  Dynamic,
  isUnknown,
  type ObjectValue,
  type Path,
  unknown,
  type Value,
} from "../wire/index.js";
import type { Attribute, Attributes } from "./schema/attribute.js";
import { isComputed } from "./schema/type.js";

// The order of these steps is that of HashiCorp's own provider framework: defaults, write-only values, unknown
// marks, plan modifiers. Each step takes and returns whole values.

const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Decimal) &&
  !(value instanceof Dynamic) &&
  !isUnknown(value);

type Visit = (
  attribute: Attribute,
  value: Value,
  config: Value,
  prior: Value | undefined,
  path: Path,
) => Value;

/** Rebuilds a value attribute by attribute, parents first; nested attributes line up by name, index or key. */
function mapAttributes(
  attributes: Attributes,
  values: ObjectValue,
  config: ObjectValue | undefined,
  prior: ObjectValue | undefined,
  path: Path,
  visit: Visit,
): ObjectValue {
  const result: Record<string, Value> = Object.create(null);
  for (const [name, attribute] of Object.entries(attributes)) {
    const here = [...path, { attribute: name }];
    const configured = config?.[name] ?? null;
    const stored = prior?.[name];
    const value = visit(attribute, values[name] ?? null, configured, stored, here);
    result[name] =
      "attributes" in attribute
        ? mapNested(attribute.attributes, value, configured, stored, here, visit)
        : value;
  }
  return result;
}

function mapNested(
  attributes: Attributes,
  value: Value,
  config: Value,
  prior: Value | undefined,
  path: Path,
  visit: Visit,
): Value {
  const element = (
    item: Value,
    configured: Value | undefined,
    stored: Value | undefined,
    here: Path,
  ): Value =>
    isObject(item)
      ? mapAttributes(
          attributes,
          item,
          isObject(configured) ? configured : undefined,
          isObject(stored) ? stored : undefined,
          here,
          visit,
        )
      : item;
  if (Array.isArray(value)) {
    return value.map((item: Value, index) =>
      element(
        item,
        Array.isArray(config) ? config[index] : undefined,
        Array.isArray(prior) ? prior[index] : undefined,
        [...path, { index }],
      ),
    );
  }
  if (value instanceof Map) {
    return new Map(
      [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [
        key,
        element(
          item,
          config instanceof Map ? config.get(key) : undefined,
          prior instanceof Map ? prior.get(key) : undefined,
          [...path, { key }],
        ),
      ]),
    );
  }
  return element(value, config, prior, path);
}

/** Fills in defaults where the configuration says nothing, and drops write-only values. */
export function withDefaults(
  attributes: Attributes,
  proposed: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  return mapAttributes(attributes, proposed, config, undefined, [], (attribute, value, configured) => {
    if (attribute.writeOnly) return null;
    return configured === null && attribute.default !== undefined ? (attribute.default as Value) : value;
  });
}

/** Marks as unknown what the provider may decide anew because something else changes. */
export function markComputedUnknown(
  attributes: Attributes,
  plan: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  return mapAttributes(attributes, plan, config, undefined, [], (attribute, value, configured) =>
    configured === null && isComputed(attribute) && attribute.default === undefined ? unknown : value,
  );
}

/** Applies the plan modifiers of every attribute, depth first, and collects what asks for replacement. */
export function applyPlanModifiers(
  attributes: Attributes,
  plan: ObjectValue,
  config: ObjectValue,
  prior: ObjectValue | undefined,
  requireReplace: (path: Path) => void,
): ObjectValue {
  return mapAttributes(attributes, plan, config, prior, [], (attribute, value, configured, stored, path) => {
    let planned = value;
    for (const modifier of attribute.planModifiers ?? []) {
      const change = modifier.plan({ path, config: configured, prior: stored, planned });
      if (change && "value" in change) planned = change.value as Value;
      if (change?.requiresReplace) requireReplace(path);
    }
    return planned;
  });
}

/** The values of sensitive attributes, for the log's mask. */
export function sensitiveStrings(attributes: Attributes, values: ObjectValue): string[] {
  const found: string[] = [];
  const collect = (value: Value): void => {
    if (typeof value === "string") found.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value instanceof Map) [...value.values()].forEach(collect);
  };
  mapAttributes(attributes, values, undefined, undefined, [], (attribute, value) => {
    if ((attribute.sensitive || attribute.writeOnly) && !isUnknown(value)) collect(value);
    return value;
  });
  return found;
}

/** Replaces what is still unknown with null: the most that can be stored of an unfinished change. */
export function nullUnknowns(value: Value): Value {
  if (isUnknown(value)) return null;
  if (Array.isArray(value)) return value.filter((item) => !isUnknown(item)).map(nullUnknowns);
  if (value instanceof Map) {
    return new Map(
      [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [key, nullUnknowns(item)]),
    );
  }
  if (isObject(value)) {
    const result: Record<string, Value> = Object.create(null);
    for (const [name, item] of Object.entries(value)) result[name] = nullUnknowns(item);
    return result;
  }
  return value;
}
