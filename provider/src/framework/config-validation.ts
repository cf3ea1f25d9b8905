import { Decimal, isUnknown, type ObjectValue, type Path, type Value } from "../wire/index.js";
import type { Diagnostics } from "./diagnostics.js";
import type { Attribute, Attributes, Validator } from "./schema/attribute.js";

/** Runs the validators of every configured attribute, at all depths. Null and unknown values are passed over. */
export function validateConfig(
  attributes: Attributes,
  config: ObjectValue,
  diagnostics: Diagnostics,
  path: Path = [],
) {
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = config[name] ?? null;
    const here = [...path, { attribute: name }];
    if (value === null || isUnknown(value)) continue;
    if (attribute.kind === "integer" && !isInteger(value)) {
      diagnostics.error(
        "Whole number required",
        `${String(value)} is not a whole number of ordinary size.`,
        here,
      );
      continue;
    }
    for (const validator of validatorsOf(attribute)) validator.validate(value, here, diagnostics);
    if ("attributes" in attribute) validateNested(attribute.attributes, value, diagnostics, here);
  }
}

function validateNested(attributes: Attributes, value: Value, diagnostics: Diagnostics, path: Path): void {
  const element = (item: Value, here: Path): void => {
    if (item !== null && !isUnknown(item)) validateConfig(attributes, item as ObjectValue, diagnostics, here);
  };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) element(item, [...path, { index }]);
  } else if (value instanceof Map) {
    for (const [key, item] of value as ReadonlyMap<string, Value>) element(item, [...path, { key }]);
  } else element(value, path);
}

const isInteger = (value: Value): boolean => !(value instanceof Decimal) && Number.isSafeInteger(value);

// A validator is declared on the attribute whose decoded value it receives, so its parameter type holds here.
const validatorsOf = (attribute: Attribute): readonly Validator<unknown>[] =>
  (attribute.validators ?? []) as readonly Validator<unknown>[];
