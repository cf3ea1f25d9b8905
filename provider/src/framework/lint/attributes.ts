import { conformanceErrors, containsUnknown, type Path, type Value } from "../../wire/index.js";
import { Diagnostics } from "../diagnostics.js";
import type { Attribute, Attributes } from "../schema/attribute.js";
import type { ConfigRule } from "../schema/rule.js";
import { attributeType, isBlock, isComputed, nestedAttributes } from "../schema/type.js";
import { validateConfig } from "../validation.js";
import { nameProblems } from "./names.js";
import type { SchemaProblem } from "./schema-error.js";

/** What stands around an attribute. */
interface Surroundings {
  readonly path: Path;
  readonly siblings: Attributes;
  /** Whether values are lost as soon as they are read: managed resources alone know write-only attributes. */
  readonly writeOnlyAllowed: boolean;
  /** Whether a nested attribute, rather than a block, holds this one. */
  readonly inAttribute: boolean;
  readonly inSet: boolean;
  /** Whether a list, set or map of objects or blocks holds this one. */
  readonly inCollection: boolean;
  readonly inComputed: boolean;
  readonly inWriteOnly: boolean;
}

/** Everything that is wrong with the attributes of a schema, at all depths. */
export function attributeProblems(
  attributes: Attributes,
  rules: readonly ConfigRule[],
  surroundings: Omit<Surroundings, "siblings">,
): SchemaProblem[] {
  return [
    ...Object.entries(attributes).flatMap(([name, attribute]) => {
      const path = [...surroundings.path, { attribute: name }];
      const around = { ...surroundings, siblings: attributes, path };
      return [
        ...nameProblems(attributes, name),
        ...(isBlock(attribute) ? blockProblems(attribute, around) : modeProblems(attribute)),
        ...writeOnlyProblems(attribute, around),
        ...dynamicProblems(attribute, around),
        ...defaultProblems(attribute, name),
      ]
        .map((problem): SchemaProblem => ({ path, problem }))
        .concat(insideProblems(attribute, around));
    }),
    ...ruleProblems(attributes, rules, surroundings.path),
  ];
}

function insideProblems(attribute: Attribute, around: Surroundings): SchemaProblem[] {
  if (!("attributes" in attribute)) return [];
  return attributeProblems(attribute.attributes, attribute.rules ?? [], {
    ...around,
    inAttribute: around.inAttribute || !isBlock(attribute),
    inCollection: around.inCollection || (attribute.kind !== "object" && attribute.kind !== "block"),
    inSet: around.inSet || attribute.kind === "objectSet" || attribute.kind === "setBlock",
    inComputed: around.inComputed || (isComputed(attribute) && !isBlock(attribute)),
    inWriteOnly: around.inWriteOnly || attribute.writeOnly === true,
  });
}

function modeProblems(attribute: Attribute): string[] {
  const problems: string[] = [];
  if (attribute.default !== undefined && attribute.mode === "required") {
    problems.push("a required attribute cannot have a default: its value is always given");
  }
  if (attribute.default !== undefined && attribute.mode === "computed") {
    problems.push("a computed attribute cannot have a default: the configuration never gives its value");
  }
  if (attribute.neverNull && (!isComputed(attribute) || attribute.default !== undefined)) {
    problems.push("neverNull is a promise about values that the provider computes; this one it does not");
  }
  if (attribute.mode === "computed" && (attribute.validators?.length ?? 0) > 0) {
    problems.push("a computed attribute cannot have validators: they check configured values only");
  }
  return problems;
}

function blockProblems(attribute: Attribute, { inAttribute }: Surroundings): string[] {
  const problems: string[] = [];
  if (inAttribute) problems.push("a block cannot stand inside a nested attribute; nest an attribute instead");
  if (attribute.kind !== "listBlock" && attribute.kind !== "setBlock") return problems;
  const { minItems = 0, maxItems = 0 } = attribute;
  const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
  if (!isCount(minItems) || !isCount(maxItems) || (maxItems > 0 && minItems > maxItems)) {
    problems.push("minItems and maxItems must be whole numbers, and minItems no greater than maxItems");
  }
  return problems;
}

function writeOnlyProblems(attribute: Attribute, around: Surroundings): string[] {
  if (!attribute.writeOnly) {
    return around.inWriteOnly ? ["everything inside a write-only attribute must be write-only as well"] : [];
  }
  const problems: string[] = [];
  if (!around.writeOnlyAllowed) problems.push("only managed resources can have write-only attributes");
  if (isComputed(attribute)) problems.push("a write-only attribute cannot be computed, nor have a default");
  if (around.inSet) problems.push("a set cannot hold write-only attributes");
  if (around.inComputed) problems.push("a computed attribute cannot hold write-only attributes");
  if (attribute.equivalent)
    problems.push("a write-only value is never stored, so there is nothing to compare it with");
  return problems;
}

function dynamicProblems(attribute: Attribute, { inCollection }: Surroundings): string[] {
  return inCollection && attribute.kind === "dynamic"
    ? ["a list, set or map cannot hold dynamic attributes: its elements are all of one type"]
    : [];
}

/** A default must be a value that the configuration could have given. */
function defaultProblems(attribute: Attribute, name: string): string[] {
  if (attribute.default === undefined || attribute.mode === "computed") return [];
  // Whatever it is, the conformance check says whether it is a value of the attribute's type.
  const value = attribute.default as Value;
  const errors = conformanceErrors(value, attributeType(attribute));
  if (errors.length > 0) return errors.map(({ message }) => `the default does not fit: ${message}`);
  if (containsUnknown(value)) return ["the default must be known"];
  const diagnostics = new Diagnostics();
  validateConfig(
    { attributes: { [name]: attribute } },
    { [name]: value },
    { diagnostics, writeOnlyAllowed: true },
  );
  return diagnostics.items.map(({ detail }) => `the default is refused by a validator: ${detail}`);
}

/** Rules are about attributes that exist. */
function ruleProblems(attributes: Attributes, rules: readonly ConfigRule[], path: Path): SchemaProblem[] {
  const missing = rules.flatMap(({ paths }) =>
    paths.filter((reference) => !leadsSomewhere(attributes, reference)),
  );
  return missing.map((reference) => ({
    path: [...path, ...reference],
    problem: "a rule is about this attribute, and there is none",
  }));
}

function leadsSomewhere(attributes: Attributes, path: Path): boolean {
  let level: Attributes | undefined = attributes;
  for (const step of path) {
    if (!level || !("attribute" in step) || !Object.hasOwn(level, step.attribute)) return false;
    const attribute: Attribute | undefined = level[step.attribute];
    level = attribute && nestedAttributes(attribute);
  }
  return path.length > 0;
}
