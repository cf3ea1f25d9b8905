import { Decimal, isArray, type ObjectValue, type Path, type Value } from "../wire/index.js";
import type { Diagnostics } from "./diagnostics.js";
import type { Attribute, Attributes } from "./schema/attribute.js";
import type { ConfigRule } from "./schema/rule.js";
import { isBlock, isRepeatedBlock } from "./schema/type.js";
import type { Validator } from "./schema/validator.js";
import { isMap, isNull, isObject, isOpen } from "./shape.js";

/** What a schema, a nested attribute and a block have in common: attributes, and rules between them. */
interface Body {
  readonly attributes: Attributes;
  readonly rules?: readonly ConfigRule[];
  /** What to use instead of the whole thing. */
  readonly deprecated?: string;
}

interface ValidationContext {
  readonly diagnostics: Diagnostics;
  /** Whether this Terraform knows write-only attributes (1.11 and newer). */
  readonly writeOnlyAllowed: boolean;
}

/**
 * Runs the validators of every configured attribute and the rules of every object, at all depths, and warns of what is
 * deprecated, which Terraform leaves to the provider. Validators are not asked about null and unknown values.
 */
export function validateConfig(
  { attributes, rules = [], deprecated }: Body,
  config: ObjectValue,
  context: ValidationContext,
  path: Path = [],
): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    validateAttribute(attribute, config[name] ?? null, context, [...path, { attribute: name }]);
  }
  if (deprecated !== undefined && path.length === 0) context.diagnostics.warning("Deprecated", deprecated);
  for (const rule of rules) rule.check(config, { ...context, path });
}

function validateAttribute(attribute: Attribute, value: Value, context: ValidationContext, path: Path): void {
  const { diagnostics } = context;
  if (isNull(value) || (isArray(value) && isRepeatedBlock(attribute) && value.length === 0)) return;
  if (attribute.mode === "computed") {
    diagnostics.error(
      "Value set by the provider",
      "The provider decides the value of this attribute; remove it from the configuration.",
      path,
    );
    return;
  }
  if (attribute.deprecated !== undefined) {
    diagnostics.warning(
      isBlock(attribute) ? "Block deprecated" : "Attribute deprecated",
      attribute.deprecated,
      path,
    );
  }
  if (attribute.writeOnly && !context.writeOnlyAllowed) {
    diagnostics.error(
      "Write-only attribute not supported by this Terraform",
      "The value of this attribute is never stored, which takes Terraform 1.11 or newer. Upgrade Terraform, or leave the " +
        "attribute out.",
      path,
    );
  }
  if (isOpen(value)) return;
  if (attribute.kind === "integer" && !isInteger(value)) {
    const accepted = validatorsOf(attribute).map(({ description }) => ` It must be ${description}.`);
    diagnostics.error("Whole number required", WHOLE_NUMBER + accepted.join(""), path);
    return;
  }
  for (const validator of validatorsOf(attribute)) validator.validate(value, path, diagnostics);
  if ("attributes" in attribute) validateNested(attribute, value, context, path);
}

const WHOLE_NUMBER = "The number must be a whole one, of at most 2^53 - 1 in size.";

function validateNested(
  attribute: Extract<Attribute, { attributes: Attributes }>,
  value: Value,
  context: ValidationContext,
  path: Path,
): void {
  const element = (item: Value, here: Path): void => {
    if (isObject(item)) validateConfig(attribute, item, context, here);
  };
  const isSet = attribute.kind === "objectSet" || attribute.kind === "setBlock";
  if (isArray(value)) {
    for (const [index, item] of value.entries())
      element(item, [...path, isSet ? { element: item } : { index }]);
  } else if (isMap(value)) {
    for (const [key, item] of value) element(item, [...path, { key }]);
  } else element(value, path);
}

const isInteger = (value: Value): boolean => !(value instanceof Decimal) && Number.isSafeInteger(value);

// A validator is declared on the attribute whose decoded value it receives, so its parameter type holds here.
const validatorsOf = (attribute: Attribute): readonly Validator<unknown>[] =>
  (attribute.validators ?? []) as readonly Validator<unknown>[];
