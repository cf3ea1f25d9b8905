import fc from "fast-check";
import type { Attribute, Attributes } from "../../../provider/src/framework/index.js";
import { attributeType } from "../../../provider/src/framework/schema/type.js";
import { type Type, unknown, type Value, valuesEqual } from "../../../provider/src/wire/index.js";
import { anyValue } from "../wire/arbitraries.js";

// Random configurations of a schema, and what core makes of them while parts are not known yet.

const known = { unknowns: false, finite: true } as const;

/** Any configuration of a schema: what core would send after its own checks. */
export function anyConfig(attributes: Attributes): fc.Arbitrary<Value> {
  const members = Object.entries(attributes).map(([name, attribute]) =>
    fc.tuple(fc.constant(name), configured(attribute)),
  );
  return fc
    .tuple(...members)
    .map((entries) => Object.assign(Object.create(null), Object.fromEntries(entries)));
}

function configured(attribute: Attribute): fc.Arbitrary<Value> {
  if (attribute.mode === "computed") return fc.constant(null);
  const value = present(attribute);
  const mayBeAbsent =
    attribute.mode !== "required" && attribute.kind !== "listBlock" && attribute.kind !== "setBlock";
  return mayBeAbsent ? fc.option(value, { nil: null, freq: 2 }) : value;
}

function present(attribute: Attribute): fc.Arbitrary<Value> {
  switch (attribute.kind) {
    case "integer":
      return fc.maxSafeInteger();
    case "object":
    case "block":
      return anyConfig(attribute.attributes);
    case "objectList":
    case "listBlock":
      return fc.array(anyConfig(attribute.attributes), { maxLength: 3 });
    case "objectSet":
    case "setBlock":
      return fc.array(anyConfig(attribute.attributes), { maxLength: 3 }).map(once(elementType(attribute)));
    case "objectMap":
      return fc
        .dictionary(fc.constantFrom("a", "b b", "größe"), anyConfig(attribute.attributes), { maxKeys: 3 })
        .map((entries) => new Map(Object.entries(entries)));
    case "set":
      return notNull(attributeType(attribute)).map((value) =>
        once(elementType(attribute))(Array.isArray(value) ? value : []),
      );
    default:
      return notNull(attributeType(attribute));
  }
}

const notNull = (type: Type): fc.Arbitrary<Value> => anyValue(type, known).filter((value) => value !== null);

function elementType(attribute: Attribute): Type {
  const type = attributeType(attribute);
  return typeof type !== "string" && "set" in type ? type.set : "dynamic";
}

/** The elements of a set as core sends them: each once. */
const once =
  (type: Type) =>
  (values: readonly Value[]): Value[] =>
    values.filter((value, index) => values.findIndex((other) => valuesEqual(other, value, type)) === index);

/**
 * The same configuration while parts of it depend on what is not applied yet. `decide` says for each value in turn
 * whether it is one of them.
 */
export function withUnknowns(attributes: Attributes, config: Value, decide: () => boolean): Value {
  if (typeof config !== "object" || config === null) return config;
  return Object.assign(
    Object.create(null),
    Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => {
        const value = (config as { readonly [name: string]: Value })[name] ?? null;
        return [name, attribute.mode === "computed" ? null : masked(attribute, value, decide)];
      }),
    ),
  );
}

function masked(attribute: Attribute, value: Value, decide: () => boolean): Value {
  // A single block is there or not; all else may depend on something.
  if (attribute.kind !== "block" && decide()) return unknown;
  if (!("attributes" in attribute) || value === null) return value;
  const inside = (element: Value): Value => withUnknowns(attribute.attributes, element, decide);
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Map) {
    return new Map(
      [...(value as ReadonlyMap<string, Value>)].map(([key, element]) => [key, inside(element)]),
    );
  }
  return inside(value);
}
