import { isArray, type ObjectValue, type Path, type Value } from "../wire/index.js";
import { correlateSet } from "./correlate.js";
import type { Attribute, Attributes } from "./schema/attribute.js";
import { isMap, isNull, isObject, objectOf } from "./shape.js";

/** One attribute in one object, with what the configuration and the stored state say in the same place. */
export interface Place {
  readonly attribute: Attribute;
  readonly path: Path;
  readonly value: Value;
  /** Null where the configuration says nothing. */
  readonly config: Value;
  /** `undefined` when the object that holds the attribute is not in the stored state. */
  readonly prior: Value | undefined;
  /** Whether the object that holds the attribute stands in the configuration. */
  readonly inConfig: boolean;
}

export type Visit = (place: Place) => Value;

interface Sources {
  readonly value: ObjectValue;
  readonly config?: Value | undefined;
  readonly prior?: Value | undefined;
}

/**
 * Rebuilds an object attribute by attribute, parents first. Nested objects line up by name, index or key, and the
 * elements of sets by what is configured in them.
 */
export function mapAttributes(
  attributes: Attributes,
  { value: values, config, prior }: Sources,
  visit: Visit,
  path: Path = [],
): ObjectValue {
  const configured = isObject(config) ? config : undefined;
  const stored = isObject(prior) ? prior : undefined;
  return objectOf(
    Object.entries(attributes).map(([name, attribute]) => {
      const place: Place = {
        attribute,
        path: [...path, { attribute: name }],
        value: values[name] ?? null,
        config: nullIfNone(configured?.[name] ?? null),
        prior: stored ? (stored[name] ?? null) : undefined,
        inConfig: configured !== undefined,
      };
      const value = visit(place);
      return [name, "attributes" in attribute ? mapNested(attribute, { ...place, value }, visit) : value];
    }),
  );
}

function mapNested(
  attribute: Extract<Attribute, { attributes: Attributes }>,
  { value, config, prior, path }: Place,
  visit: Visit,
): Value {
  const { attributes } = attribute;
  const element = (item: Value, configured: Value | undefined, stored: Value | undefined, here: Path) =>
    isObject(item)
      ? mapAttributes(attributes, { value: item, config: configured, prior: stored }, visit, here)
      : item;
  if (isArray(value)) {
    if (attribute.kind === "objectSet" || attribute.kind === "setBlock") {
      const partners = correlateSet(attributes, value, config, prior);
      return value.map((item, index) =>
        element(item, partners[index]?.config, partners[index]?.prior, [...path, { element: item }]),
      );
    }
    return value.map((item, index) =>
      element(item, itemAt(config, index), itemAt(prior, index), [...path, { index }]),
    );
  }
  if (isMap(value)) {
    return new Map(
      [...value].map(([key, item]) => [
        key,
        element(
          item,
          isMap(config) ? config.get(key) : undefined,
          isMap(prior) ? prior.get(key) : undefined,
          [...path, { key }],
        ),
      ]),
    );
  }
  return element(value, config, prior, path);
}

const nullIfNone = (value: Value): Value => (isNull(value) ? null : value);

const itemAt = (value: Value | undefined, index: number): Value | undefined =>
  value !== undefined && isArray(value) ? value[index] : undefined;
