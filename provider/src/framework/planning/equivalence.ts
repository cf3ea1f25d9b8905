import { containsUnknown, type ObjectValue, type Value, valuesEqual } from "../../wire/index.js";
import type { Attribute, Attributes } from "../schema/attribute.js";
import { attributeType } from "../schema/type.js";
import { mapAttributes } from "../walk.js";

/** Keeps the known spelling of values that mean the same in another one. */
export function keepEquivalent(
  attributes: Attributes,
  value: ObjectValue,
  known: ObjectValue | undefined,
): ObjectValue {
  if (!known) return value;
  return mapAttributes(attributes, { value, prior: known }, (place) =>
    meansTheSame(place.attribute, place.value, place.prior ?? null) ? (place.prior ?? null) : place.value,
  );
}

function meansTheSame(attribute: Attribute, value: Value, known: Value): boolean {
  // An attribute's comparison is declared beside the type of value that it receives here.
  const equivalent = attribute.equivalent as ((a: unknown, b: unknown) => boolean) | undefined;
  if (!equivalent || value === null || known === null) return false;
  if (containsUnknown(value) || containsUnknown(known)) return false;
  return !valuesEqual(value, known, attributeType(attribute)) && equivalent(value, known);
}
