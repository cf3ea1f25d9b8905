import {
  canonicalKey,
  isArray,
  isUnknown,
  type ObjectValue,
  type Path,
  resolvePath,
  type Value,
  valuesEqual,
} from "../../wire/index.js";
import { correlate } from "../correlate.js";
import { holdsRepetition } from "../planning/repetition.js";
import type { Attribute, Attributes } from "../schema/attribute.js";
import { attributeType, isBlock, isComputed, isRepeatedBlock, objectType } from "../schema/type.js";
import { isMap, isNull, isObject } from "../shape.js";
import { shapeViolations } from "./state.js";
import type { Violation } from "./violation.js";

/** What core compares in one place of a plan. */
interface Triple {
  readonly planned: Value;
  readonly config: Value;
  /** Null when there is no stored value in this place. */
  readonly prior: Value;
  readonly path: Path;
}

type Nested = Extract<Attribute, { attributes: Attributes }>;

/**
 * What core would refuse of a planned state: outside of computed attributes it may differ from the configuration only
 * by being the stored value, and blocks are never added or taken away.
 */
export function planViolations(
  attributes: Attributes,
  planned: ObjectValue,
  config: ObjectValue,
  prior: ObjectValue | undefined,
): Violation[] {
  const violations = shapeViolations(attributes, planned);
  return violations.length > 0
    ? violations
    : inObject(attributes, { planned, config, prior: prior ?? null, path: [] });
}

/** Paths of `requires_replace` must lead somewhere in the stored or in the planned state. */
export function replacementViolations(
  attributes: Attributes,
  paths: readonly Path[],
  planned: ObjectValue,
  prior: ObjectValue,
): Violation[] {
  const type = objectType(attributes);
  return paths
    .filter((path) => !resolvePath(planned, type, path) && !resolvePath(prior, type, path))
    .map((path) => ({ path, rule: "a replacement was asked for because of a value that does not exist" }));
}

function inObject(attributes: Attributes, { planned, config, prior, path }: Triple): Violation[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const triple: Triple = {
      planned: memberOf(planned, name),
      config: memberOf(config, name),
      prior: memberOf(prior, name),
      path: [...path, { attribute: name }],
    };
    return isBlock(attribute) ? inBlock(attribute, triple) : inAttribute(attribute, triple);
  });
}

function inAttribute(attribute: Attribute, triple: Triple): Violation[] {
  const { planned, config, prior, path } = triple;
  // That it is planned as null is checked with the shape.
  if (attribute.writeOnly) return [];
  const type = attributeType(attribute);
  if (valuesEqual(planned, config, type)) return [];
  if (!isNull(config) && !isNull(prior) && valuesEqual(planned, prior, type)) return [];
  if (isNull(config)) {
    return isComputed(attribute)
      ? []
      : [{ path, rule: "a value that is not configured and not computed must be planned as null" }];
  }
  if (!("attributes" in attribute) || isUnknown(config)) return [{ path, rule: AS_CONFIGURED }];
  if (planned === null) return [{ path, rule: "an object that is configured must not be planned as null" }];
  if (isUnknown(planned)) {
    return [{ path, rule: "a configured object must not become unknown; attributes inside of it may" }];
  }
  return inNested(attribute, triple);
}

const AS_CONFIGURED = "a configured value must be planned as it is configured, or as it is stored";

function inBlock(attribute: Nested, triple: Triple): Violation[] {
  const { planned, config, path } = triple;
  if (isUnknown(config)) {
    return isUnknown(planned)
      ? []
      : [{ path, rule: "blocks that are not known yet must be planned as unknown" }];
  }
  if (isUnknown(planned)) return [{ path, rule: "a block must not become unknown; attributes inside may" }];
  if (!isRepeatedBlock(attribute) && (planned === null) !== (config === null)) {
    return [{ path, rule: "a block must be planned exactly when it is configured" }];
  }
  return inNested(attribute, triple);
}

function inNested(attribute: Nested, triple: Triple): Violation[] {
  const { planned, config, prior, path } = triple;
  const { attributes } = attribute;
  if (isArray(planned)) {
    const configured = isArray(config) ? config : [];
    const stored = isArray(prior) ? prior : [];
    if (planned.length !== configured.length) {
      const rule = `${configured.length} elements are configured, but ${planned.length} are planned`;
      return [{ path, rule }];
    }
    return attribute.kind === "objectSet" || attribute.kind === "setBlock"
      ? inSet(attributes, planned, configured, stored, path)
      : planned.flatMap((item, index) =>
          inElement(attributes, {
            planned: item,
            config: configured[index] ?? null,
            prior: stored[index] ?? null,
            path: [...path, { index }],
          }),
        );
  }
  if (isMap(planned)) {
    const configured: ReadonlyMap<string, Value> = isMap(config) ? config : new Map();
    const sameKeys =
      planned.size === configured.size &&
      [...planned.keys()].every((key) => configured.has(key.normalize("NFC")));
    if (!sameKeys) return [{ path, rule: "the planned keys must be the configured ones" }];
    return [...planned].flatMap(([key, item]) =>
      inElement(attributes, {
        planned: item,
        config: configured.get(key.normalize("NFC")) ?? null,
        prior: isMap(prior) ? (prior.get(key) ?? null) : null,
        path: [...path, { key }],
      }),
    );
  }
  return inElement(attributes, triple);
}

function inElement(attributes: Attributes, triple: Triple): Violation[] {
  const { planned, config, path } = triple;
  if (isObject(planned) && isObject(config)) return inObject(attributes, triple);
  return (planned === null && config === null) || (isUnknown(planned) && isUnknown(config))
    ? []
    : [{ path, rule: AS_CONFIGURED }];
}

/** Elements of sets cannot be told apart, so each must have a configured one that it may come from, or be stored. */
function inSet(
  attributes: Attributes,
  planned: readonly Value[],
  configured: readonly Value[],
  stored: readonly Value[],
  path: Path,
): Violation[] {
  const type = objectType(attributes);
  if (holdsRepetition(attributes, planned)) {
    return [{ path, rule: "two planned elements of the set are the same" }];
  }
  const known = new Set(stored.map((candidate) => canonicalKey(candidate, type)));
  return correlate(attributes, planned, configured).flatMap((partner, index) => {
    const element = planned[index] ?? null;
    return partner !== undefined || known.has(canonicalKey(element, type))
      ? []
      : [{ path: [...path, { element }], rule: "no configured element corresponds to the planned one" }];
  });
}

const memberOf = (value: Value, name: string): Value => (isObject(value) ? (value[name] ?? null) : null);
