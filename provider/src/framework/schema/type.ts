import type { Type } from "../../wire/index.js";
import type { Attribute, Attributes } from "./attribute.js";

/** The wire type of one attribute. */
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
      return objectType(attribute.attributes);
    case "objectList":
      return { list: objectType(attribute.attributes) };
    case "objectMap":
      return { map: objectType(attribute.attributes) };
    default:
      return attribute.kind;
  }
}

/** The wire type of all the attributes of a schema together. */
export function objectType(attributes: Attributes): Type {
  return {
    object: Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => [name, attributeType(attribute)]),
    ),
  };
}

/** The attributes of an attribute that nests others. */
export function nestedAttributes(attribute: Attribute): Attributes | undefined {
  return "attributes" in attribute ? attribute.attributes : undefined;
}

/** Whether the provider may decide the value when the configuration does not. */
export const isComputed = (attribute: Attribute): boolean =>
  attribute.mode === "computed" || attribute.mode === "optionalComputed" || attribute.default !== undefined;
