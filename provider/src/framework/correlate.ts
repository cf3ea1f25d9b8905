import { canonicalKey, isArray, isUnknown, type Value, valuesEqual } from "../wire/index.js";
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
  return matchElements(attributes, elements, partners).map((index) =>
    index === undefined ? undefined : (partners[index] ?? null),
  );
}

/**
 * For each element, the index of its partner. As many elements as possible are given one: an element that could have
 * come from several leaves the one that says most to whoever needs it (augmenting paths of a bipartite matching).
 */
export function matchElements(
  attributes: Attributes,
  elements: readonly Value[],
  partners: readonly Value[],
): (number | undefined)[] {
  const ownerOf = new Map<number, number>();
  const bySpecificity = [...partners.keys()].sort(
    (a, b) => specificity(partners[b] ?? null) - specificity(partners[a] ?? null),
  );
  const alike = new Map<string, number[]>();
  for (const partner of bySpecificity) {
    const key = fixedPart(attributes, partners[partner] ?? null);
    const bucket = alike.get(key);
    if (bucket) bucket.push(partner);
    else alike.set(key, [partner]);
  }
  const candidatesOf = elements.map((element) => alike.get(fixedPart(attributes, element)) ?? []);
  const fits = (element: number, partner: number): boolean =>
    couldComeFrom(attributes, elements[element] ?? null, partners[partner] ?? null);
  const place = (element: number, tried: Set<number>): boolean =>
    (candidatesOf[element] ?? []).some((partner) => {
      if (tried.has(partner) || !fits(element, partner)) return false;
      tried.add(partner);
      const owner = ownerOf.get(partner);
      if (owner !== undefined && !place(owner, tried)) return false;
      ownerOf.set(partner, element);
      return true;
    });
  for (const element of elements.keys()) place(element, new Set());
  const result: (number | undefined)[] = elements.map(() => undefined);
  for (const [partner, element] of ownerOf) result[element] = partner;
  return result;
}

/** What a configured object and what became of it certainly have in common, to find the one by the other. */
function fixedPart(attributes: Attributes, value: Value): string {
  if (!isObject(value)) return isUnknown(value) ? "unknown" : "";
  return Object.entries(attributes)
    .filter(([, attribute]) => !isComputed(attribute) && !attribute.writeOnly && !("attributes" in attribute))
    .map(([name, attribute]) => canonicalKey(value[name] ?? null, attributeType(attribute)))
    .join();
}

/** How much a configured value says. */
function specificity(value: Value): number {
  if (value === null) return 0;
  if (!isObject(value)) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + specificity(member), 1);
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
  const origins = elements.map((element, index) => ofConfig[index] ?? element);
  const ownerOf = new Map<number, Value>();
  for (const [index, origin] of matchElements(attributes, stored, origins).entries()) {
    if (origin !== undefined) ownerOf.set(origin, stored[index] ?? null);
  }
  return elements.map((_element, index) => ({ config: ofConfig[index], prior: ownerOf.get(index) }));
}
