import {
  canonicalKey,
  containsUnknown,
  isArray,
  type ObjectValue,
  type Path,
  type Value,
} from "../../wire/index.js";
import { DiagnosticError } from "../diagnostics.js";
import type { Attributes } from "../schema/attribute.js";
import { objectType } from "../schema/type.js";
import { mapAttributes } from "../walk.js";

/**
 * Refuses a set in which two configured elements have become the same, which defaults can do: Terraform would count one
 * element less than it is configured, and blame the provider.
 */
export function refuseRepetition(attributes: Attributes, draft: ObjectValue, config: ObjectValue): void {
  mapAttributes(attributes, { value: draft, config }, ({ attribute, value, path, config: configured }) => {
    const isSet = attribute.kind === "objectSet" || attribute.kind === "setBlock";
    if (isSet && configured !== null && isArray(value) && holdsRepetition(attribute.attributes, value))
      throw repetition(path);
    return value;
  });
}

/** Whether two known elements of a set are the same. */
export function holdsRepetition(attributes: Attributes, elements: readonly Value[]): boolean {
  const keys = elements
    .filter((element) => !containsUnknown(element))
    .map((element) => canonicalKey(element, objectType(attributes)));
  return new Set(keys).size < keys.length;
}

const repetition = (path: Path): DiagnosticError =>
  new DiagnosticError(
    "Element given twice",
    "Two elements of this set are the same once defaults are filled in. Remove one of them, or make them differ.",
    path,
  );
