import {
  conformanceErrors,
  containsUnknown,
  formatPath,
  isUnknown,
  type ObjectValue,
  type Path,
  type Value,
  valuesEqual,
} from "../wire/index.js";
import type { Attributes } from "./schema/attribute.js";
import { attributeType, isComputed, objectType } from "./schema/type.js";

/** A rule of Terraform core that an answer of this provider would break. */
export interface Violation {
  readonly path: Path;
  readonly rule: string;
}

/** A planned state may differ from the configuration only where the provider is allowed to decide. */
export function planViolations(
  attributes: Attributes,
  planned: ObjectValue,
  config: ObjectValue,
  prior: ObjectValue | undefined,
): Violation[] {
  const violations = conformance(attributes, planned);
  if (violations.length > 0) return violations;
  for (const [name, attribute] of Object.entries(attributes)) {
    const path = [{ attribute: name }];
    const [value = null, configured = null, stored = null] = [planned[name], config[name], prior?.[name]];
    if (attribute.writeOnly) {
      if (value !== null) violations.push({ path, rule: "a write-only value must be planned as null" });
      continue;
    }
    if (configured === null && isComputed(attribute)) continue;
    const type = attributeType(attribute);
    const isConfigured = "attributes" in attribute || valuesEqual(value, configured, type);
    const isStored = stored !== null && value !== null && valuesEqual(value, stored, type);
    if (!isConfigured && !isStored)
      violations.push({ path, rule: "the planned value must be the configured one" });
  }
  return violations;
}

/** A new state must be wholly known, and equal to the plan wherever the plan was known. */
export function applyViolations(
  attributes: Attributes,
  planned: ObjectValue,
  state: ObjectValue,
): Violation[] {
  const violations = stateViolations(attributes, state);
  if (violations.length > 0) return violations;
  for (const [name, attribute] of Object.entries(attributes)) {
    const [before = null, after = null] = [planned[name], state[name]];
    if (isUnknown(before) || containsUnknown(before)) continue;
    if (!valuesEqual(before, after, attributeType(attribute))) {
      violations.push({ path: [{ attribute: name }], rule: "the new value must be the planned one" });
    }
  }
  return violations;
}

/** A stored state must fit the schema, be wholly known and hold no write-only value. */
export function stateViolations(attributes: Attributes, state: ObjectValue): Violation[] {
  const violations = conformance(attributes, state);
  for (const [name, attribute] of Object.entries(attributes)) {
    const value: Value = state[name] ?? null;
    const path = [{ attribute: name }];
    if (containsUnknown(value)) violations.push({ path, rule: "the value must be known after the change" });
    if (attribute.writeOnly && value !== null)
      violations.push({ path, rule: "a write-only value must not be stored" });
  }
  return violations;
}

function conformance(attributes: Attributes, value: ObjectValue): Violation[] {
  return conformanceErrors(value, objectType(attributes)).map(({ path, message }) => ({
    path,
    rule: message,
  }));
}

/** The text of a diagnostic for answers that were held back. */
export function describeViolations(violations: readonly Violation[]): string {
  const lines = violations.map(
    ({ path, rule }) => `  - ${formatPath(path) || "(the whole object)"}: ${rule}`,
  );
  return (
    `The provider was about to give Terraform an answer that breaks its rules:\n${lines.join("\n")}\n` +
    "The answer was held back so that no object is forgotten. This is a bug in the provider: please report it."
  );
}
