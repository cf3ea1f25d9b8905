import { isArray, isUnknown, type ObjectValue, type Value, valuesEqual } from "../wire/index.js";
import type { Attribute, Attributes } from "./schema/attribute.js";
import { attributeType, isComputed } from "./schema/type.js";
import { isMap, isObject } from "./shape.js";

// The elements of a set have no names. Which element of a plan or a state belongs to which element of the configuration
// is found by Terraform's own rule: whatever the configuration gives must be the same, the rest may be computed.

/** For each element, the partner that it could have come from; each partner is used once. */
export function correlate(
  attributes: Attributes,
  elements: readonly Value[],
  partners: readonly Value[],
): (Value | undefined)[] {
  const unused = new Set(partners.keys());
  return elements.map((element) => {
    for (const index of unused) {
      const partner = partners[index] ?? null;
      if (couldComeFrom(attributes, element, partner)) {
        unused.delete(index);
        return partner;
      }
    }
    return undefined;
  });
}

/** Whether an object may be what became of a configured one. */
export function couldComeFrom(attributes: Attributes, value: Value, config: Value): boolean {
  if (!isObject(config) || !isObject(value)) {
    return (config === null && value === null) || (isUnknown(config) && isUnknown(value));
  }
  return Object.entries(attributes).every(([name, attribute]) =>
    attributeCouldComeFrom(attribute, value[name] ?? null, config[name] ?? null),
  );
}

function attributeCouldComeFrom(attribute: Attribute, value: Value, config: Value): boolean {
  if (attribute.writeOnly) return true;
  if (config === null && isComputed(attribute)) return true;
  if (valuesEqual(value, config, attributeType(attribute))) return true;
  if (!("attributes" in attribute)) return false;
  return nestedCouldComeFrom(attribute.attributes, attribute.kind, value, config);
}

function nestedCouldComeFrom(
  attributes: Attributes,
  kind: Attribute["kind"],
  value: Value,
  config: Value,
): boolean {
  if (isArray(value) && isArray(config)) {
    if (value.length !== config.length) return false;
    if (kind === "objectSet" || kind === "setBlock") {
      return correlate(attributes, value, config).every((partner) => partner !== undefined);
    }
    return value.every((item, index) => couldComeFrom(attributes, item, config[index] ?? null));
  }
  if (isMap(value) && isMap(config)) {
    return (
      value.size === config.size &&
      [...value].every(([key, item]) => couldComeFrom(attributes, item, config.get(key) ?? null))
    );
  }
  return couldComeFrom(attributes, value, config);
}

/** The configured and the stored element of each element of a set, as far as there are any. */
export function correlateSet(
  attributes: Attributes,
  elements: readonly Value[],
  config: Value | undefined,
  prior: Value | undefined,
): { readonly config: Value | undefined; readonly prior: Value | undefined }[] {
  const configured = config !== undefined && isArray(config) ? config : [];
  const stored = prior !== undefined && isArray(prior) ? prior : [];
  const ofConfig = correlate(attributes, elements, configured);
  // A stored element is looked for by what the configuration says, because planned values may not be decided yet.
  const unused = new Set<ObjectValue>(stored.filter(isObject));
  return elements.map((element, index) => {
    const origin = ofConfig[index] ?? element;
    const found = [...unused].find((candidate) => couldComeFrom(attributes, candidate, origin));
    if (found) unused.delete(found);
    return { config: ofConfig[index], prior: found };
  });
}
