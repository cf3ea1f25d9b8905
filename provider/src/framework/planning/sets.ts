import { isArray, isUnknown, type ObjectValue, type Value } from "../../wire/index.js";
import { matchElements } from "../correlate.js";
import type { Attribute, Attributes } from "../schema/attribute.js";
import { isComputed } from "../schema/type.js";
import { isMap, isObject, objectOf } from "../shape.js";
import { mapAttributes } from "../walk.js";

/**
 * Proposes sets of objects again. Terraform gives a configured element the stored one that it may come from, but knows no
 * way to compare what is computed inside of it: such an element then loses what is stored of it, and is planned again
 * with every run. And it gives an element the first stored one that fits, so that one which says little may take what
 * belongs to another, and two become the same.
 */
export function proposeSets(
  attributes: Attributes,
  proposed: ObjectValue,
  config: ObjectValue,
  prior: ObjectValue | undefined,
): ObjectValue {
  return mapAttributes(attributes, { value: proposed, config, prior }, ({ attribute, ...place }) => {
    const isSet = attribute.kind === "objectSet" || attribute.kind === "setBlock";
    return isSet && isArray(place.config)
      ? proposeSet(attribute.attributes, place.config, place.prior)
      : place.value;
  });
}

function proposeSet(attributes: Attributes, config: readonly Value[], prior: Value | undefined): Value {
  const stored = prior !== undefined && isArray(prior) ? prior : [];
  const priorOf = new Map<number, Value>();
  for (const [index, element] of matchElements(attributes, stored, config).entries()) {
    if (element !== undefined) priorOf.set(element, stored[index] ?? null);
  }
  return config.map((element, index) => propose(attributes, element, priorOf.get(index)));
}

/** A configured object with stored values where it says nothing and the provider decides. */
function propose(attributes: Attributes, config: Value, prior: Value | undefined): Value {
  if (!isObject(config)) return config;
  return objectOf(
    Object.entries(attributes).map(([name, attribute]) => {
      const stored = isObject(prior) ? (prior[name] ?? null) : null;
      return [name, proposeAttribute(attribute, config[name] ?? null, stored)];
    }),
  );
}

function proposeAttribute(attribute: Attribute, config: Value, prior: Value): Value {
  if (config === null) return isComputed(attribute) ? prior : null;
  if (!("attributes" in attribute) || isUnknown(config)) return config;
  const { attributes, kind } = attribute;
  if (isArray(config)) {
    if (kind === "objectSet" || kind === "setBlock") return proposeSet(attributes, config, prior);
    const stored = isArray(prior) ? prior : [];
    return config.map((element, index) => propose(attributes, element, stored[index]));
  }
  if (isMap(config)) {
    const stored: ReadonlyMap<string, Value> = isMap(prior) ? prior : new Map();
    return new Map([...config].map(([key, element]) => [key, propose(attributes, element, stored.get(key))]));
  }
  return propose(attributes, config, prior);
}
