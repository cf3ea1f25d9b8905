import { isUnknown, type ObjectValue, type Value, valuesEqual } from "../../../../provider/src/wire/index.js";
import { type CoreAttribute, type CoreBlock, impliedType } from "./schema.js";
import { entries, isNull, isObject, items, member } from "./values.js";

// What core proposes to a provider as the new state: configured values, and the stored ones where a computed attribute is
// not configured.

export function proposedNew(block: CoreBlock, prior: Value, config: Value): Value {
  if (!isObject(config)) return config === null ? null : prior;
  return blockBody(block, prior, config);
}

function blockBody(block: CoreBlock, prior: Value, config: ObjectValue): ObjectValue {
  const result: Record<string, Value> = attributesOf(block.attributes, prior, config);
  for (const [name, nested] of block.blocks) {
    const [was, wanted] = [member(prior, name), member(config, name)];
    const body = (priorElement: Value, element: Value): Value =>
      isObject(element) ? blockBody(nested.block, priorElement, element) : element;
    if (isUnknown(wanted) || wanted === null) result[name] = wanted;
    else if (nested.nesting === "single") result[name] = body(was, wanted);
    else if (nested.nesting === "list") {
      result[name] = items(wanted).map((element, index) => body(items(was)[index] ?? null, element));
    } else {
      const fits = (old: Value, element: Value): boolean => blockFits(nested.block, old, element);
      result[name] = matched(items(wanted), items(was), fits, body);
    }
  }
  return result;
}

function attributesOf(
  attributes: ReadonlyMap<string, CoreAttribute>,
  prior: Value,
  config: Value,
): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [name, attribute] of attributes) {
    const [was, wanted] = [member(prior, name), member(config, name)];
    if (attribute.computed && isNull(wanted)) {
      const cameFromConfig = attribute.optional && attribute.nested && holdsConfigured(attribute, was);
      result[name] = cameFromConfig ? null : was;
    } else result[name] = attribute.nested ? nestedValue(attribute, was, wanted) : wanted;
  }
  return result;
}

function nestedValue(attribute: CoreAttribute, was: Value, wanted: Value): Value {
  const { nested } = attribute;
  if (!nested || wanted === null || isUnknown(wanted)) return wanted;
  const body = (priorElement: Value, element: Value): Value =>
    isObject(element) ? attributesOf(nested.attributes, priorElement, element) : element;
  if (nested.nesting === "single") return body(was, wanted);
  if (nested.nesting === "list") {
    return items(wanted).map((element, index) => body(items(was)[index] ?? null, element));
  }
  if (nested.nesting === "map") {
    return new Map(
      [...entries(wanted)].map(([key, element]) => [key, body(entries(was).get(key) ?? null, element)]),
    );
  }
  return matched(
    items(wanted),
    items(was),
    (old, element) => attributesFit(nested.attributes, old, element),
    body,
  );
}

/** Elements of sets are matched with stored ones that may have come from them, each stored one once. */
function matched(
  wanted: readonly Value[],
  was: readonly Value[],
  fits: (old: Value, element: Value) => boolean,
  body: (old: Value, element: Value) => Value,
): Value[] {
  const unused = [...was];
  return wanted.map((element) => {
    const index = unused.findIndex((old) => fits(old, element));
    return body(index < 0 ? null : (unused.splice(index, 1)[0] ?? null), element);
  });
}

/**
 * Whether a stored object may have come from a configured one. Core walks over the stored value and compares what the
 * configuration has in the same place; what is in a set has no place, so a set that differs never fits.
 */
function blockFits(block: CoreBlock, old: Value, config: Value): boolean {
  if (valuesEqual(old, config, impliedType(block))) return true;
  if (!isObject(old)) return true;
  if (!isObject(config) || !attributesFit(block.attributes, old, config)) return false;
  return [...block.blocks].every(([name, nested]) => {
    const [a, b] = [member(old, name), member(config, name)];
    if (nested.nesting === "single") return blockFits(nested.block, a, b);
    if (nested.nesting === "set") return valuesEqual(a, b, { set: impliedType(nested.block) });
    return items(a).every(
      (element, index) =>
        index < items(b).length && blockFits(nested.block, element, items(b)[index] ?? null),
    );
  });
}

function attributesFit(attributes: ReadonlyMap<string, CoreAttribute>, old: Value, config: Value): boolean {
  if (!isObject(old)) return true;
  if (!isObject(config)) return false;
  return [...attributes].every(([name, attribute]) => {
    const [a, b] = [member(old, name), member(config, name)];
    if (valuesEqual(a, b, attribute.type)) return true;
    if (typeof attribute.type !== "string" && "set" in attribute.type) return false;
    const { nested } = attribute;
    if (!nested) return attribute.computed && isNull(b);
    if (nested.nesting === "single") return attributesFit(nested.attributes, a, b);
    if (nested.nesting === "map") {
      return [...entries(a)].every(
        ([key, element]) =>
          entries(b).has(key) && attributesFit(nested.attributes, element, entries(b).get(key) ?? null),
      );
    }
    return items(a).every(
      (element, index) =>
        index < items(b).length && attributesFit(nested.attributes, element, items(b)[index] ?? null),
    );
  });
}

/** Whether a stored nested value holds something that only a configuration can have given. */
function holdsConfigured({ nested }: CoreAttribute, value: Value): boolean {
  if (!nested || value === null) return false;
  const objects =
    nested.nesting === "single"
      ? [value]
      : nested.nesting === "map"
        ? [...entries(value).values()]
        : items(value);
  return objects.some((object) =>
    [...nested.attributes].some(([name, attribute]) => {
      const inner = member(object, name);
      return inner !== null && (!attribute.computed || holdsConfigured(attribute, inner));
    }),
  );
}
