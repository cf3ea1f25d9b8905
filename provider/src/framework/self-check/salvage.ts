import { conformanceErrors, isArray, type ObjectValue, type Value } from "../../wire/index.js";
import { nullUnknowns } from "../planning/unknowns.js";
import type { Attribute, Attributes } from "../schema/attribute.js";
import { attributeType, isRepeatedBlock } from "../schema/type.js";
import { isMap, isObject, objectOf } from "../shape.js";

/**
 * The most of a broken state that Terraform will store: what is valid stays, and the rest becomes what was last known of
 * it, or null. Terraform drops a state that it cannot store, and with it every trace of an object that was just created.
 */
export function salvage(attributes: Attributes, broken: unknown, lastKnown: Value | undefined): ObjectValue {
  return objectOf(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      salvageAttribute(attribute, memberOf(broken, name), memberOf(lastKnown, name)),
    ]),
  );
}

function salvageAttribute(
  attribute: Attribute,
  broken: Value | undefined,
  lastKnown: Value | undefined,
): Value {
  if (attribute.writeOnly) return null;
  const nothing = isRepeatedBlock(attribute) ? [] : null;
  const saved =
    "attributes" in attribute ? salvageNested(attribute, broken, lastKnown) : leaf(attribute, broken);
  return (saved === undefined ? nullUnknowns(lastKnown ?? null) : saved) ?? nothing;
}

function leaf(attribute: Attribute, broken: Value | undefined): Value | undefined {
  const fits = broken !== undefined && conformanceErrors(broken, attributeType(attribute)).length === 0;
  return fits ? nullUnknowns(broken) : undefined;
}

function salvageNested(
  { attributes, kind }: Extract<Attribute, { attributes: Attributes }>,
  broken: Value | undefined,
  lastKnown: Value | undefined,
): Value | undefined {
  if (broken === null) return null;
  if (kind === "object" || kind === "block") {
    return isObject(broken) ? salvage(attributes, broken, lastKnown) : undefined;
  }
  if (kind === "objectMap") {
    if (!isMap(broken)) return undefined;
    const known: ReadonlyMap<string, Value> = isMap(lastKnown) ? lastKnown : new Map();
    const objects = [...broken].filter(([key, item]) => typeof key === "string" && isObject(item));
    return new Map(objects.map(([key, item]) => [key, salvage(attributes, item, known.get(key))]));
  }
  if (broken === undefined || !isArray(broken)) return undefined;
  // The elements of a set have no places by which to know them again.
  const isOrdered = kind === "objectList" || kind === "listBlock";
  const known = isOrdered && lastKnown !== undefined && isArray(lastKnown) ? lastKnown : [];
  return broken.flatMap((item, index) => (isObject(item) ? [salvage(attributes, item, known[index])] : []));
}

const memberOf = (value: unknown, name: string): Value | undefined =>
  isObject(value) ? value[name] : undefined;
