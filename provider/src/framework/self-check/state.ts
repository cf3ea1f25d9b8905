import {
  conformanceErrors,
  containsUnknown,
  fit,
  type ObjectValue,
  type Path,
  type Type,
  type Value,
} from "../../wire/index.js";
import type { Attributes } from "../schema/attribute.js";
import { isRepeatedBlock, objectType } from "../schema/type.js";
import { isObject } from "../shape.js";
import { mapAttributes } from "../walk.js";
import type { Violation } from "./violation.js";

/** Whatever leaves must fit the schema, hold no write-only value, and hold blocks as collections, never as null. */
export function shapeViolations(attributes: Attributes, value: ObjectValue): Violation[] {
  if (!isObject(value)) return [{ path: [], rule: "an object must be answered" }];
  const violations: Violation[] = conformanceErrors(value, objectType(attributes)).map(
    ({ path, message }) => ({ path, rule: message }),
  );
  if (violations.length > 0) return violations;
  mapAttributes(attributes, { value }, ({ attribute, value: held, path }) => {
    if (attribute.writeOnly && held !== null) {
      violations.push({
        path,
        rule: "a write-only value must be null: it is never planned and never stored",
      });
    }
    if (isRepeatedBlock(attribute) && held === null) {
      violations.push({ path, rule: "no blocks are an empty collection, not null" });
    }
    return held;
  });
  return violations;
}

/** A stored state must be wholly known as well. */
export function stateViolations(attributes: Attributes, state: ObjectValue): Violation[] {
  const violations = shapeViolations(attributes, state);
  if (violations.length > 0 || !containsUnknown(state)) return violations;
  return unknownPaths(state, objectType(attributes)).map((path) => ({
    path,
    rule: "the value must be known by now",
  }));
}

/** Every place in a value of a type that is unknown. */
export function unknownPaths(value: Value, type: Type, path: Path = []): Path[] {
  const fitted = fit(value, type);
  if (fitted.kind === "unknown") return [path];
  if (fitted.kind === "dynamic") return unknownPaths(fitted.value, fitted.type, path);
  if (fitted.kind !== "sequence" && fitted.kind !== "record") return [];
  return fitted.members.flatMap((member) => unknownPaths(member.value, member.type, [...path, member.step]));
}
