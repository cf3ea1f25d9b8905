import type { Type } from "../../wire/index.js";
import type { Attribute, Attributes } from "./attribute.js";
import type { Block, ListBlock, SetBlock } from "./block.js";

/** The wire type of one attribute or block. */
export function attributeType(attribute: Attribute): Type {
  switch (attribute.kind) {
    case "integer":
      return "number";
    case "list":
      return { list: attribute.element };
    case "set":
      return { set: attribute.element };
    case "map":
      return { map: attribute.element };
    case "object":
    case "block":
      return objectType(attribute.attributes);
    case "objectList":
    case "listBlock":
      return { list: objectType(attribute.attributes) };
    case "objectSet":
    case "setBlock":
      return { set: objectType(attribute.attributes) };
    case "objectMap":
      return { map: objectType(attribute.attributes) };
    default:
      return attribute.kind;
  }
}

const objectTypes = new WeakMap<Attributes, Type>();

/** The wire type of all the attributes of a schema together. */
export function objectType(attributes: Attributes): Type {
  let type = objectTypes.get(attributes);
  if (type === undefined) {
    type = {
      object: Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [name, attributeType(attribute)]),
      ),
    };
    objectTypes.set(attributes, type);
  }
  return type;
}

/** The attributes of an attribute that nests others. */
export function nestedAttributes(attribute: Attribute): Attributes | undefined {
  return "attributes" in attribute ? attribute.attributes : undefined;
}

/** Whether the provider may decide the value when the configuration does not. */
export const isComputed = (attribute: Attribute): boolean =>
  attribute.mode === "computed" || attribute.mode === "optionalComputed" || attribute.default !== undefined;

export const isBlock = (attribute: Attribute): attribute is Block | ListBlock | SetBlock =>
  attribute.kind === "block" || isRepeatedBlock(attribute);

/** Blocks that may stand more than once: none of them is an empty collection, and never null. */
export const isRepeatedBlock = (attribute: Attribute): attribute is ListBlock | SetBlock =>
  attribute.kind === "listBlock" || attribute.kind === "setBlock";
