import type { ObjectValue, Value } from "../../wire/index.js";
import type { Attributes } from "../schema/attribute.js";
import { mapAttributes } from "../walk.js";

/** Fills in defaults where the configuration says nothing, and drops write-only values. */
export function withDefaults(
  attributes: Attributes,
  proposed: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  return mapAttributes(attributes, { value: proposed, config }, (place) => {
    const { attribute, value } = place;
    if (attribute.writeOnly) return null;
    const takesDefault = place.inConfig && place.config === null && attribute.default !== undefined;
    // The lint has checked that the default belongs to the attribute.
    return takesDefault ? (attribute.default as Value) : value;
  });
}
