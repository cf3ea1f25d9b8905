import { WireError } from "./errors.js";
import { fit } from "./fit.js";
import { MAX_DEPTH } from "./limits.js";
import type { Path, PathStep } from "./path.js";
import type { Type } from "./type.js";
import type { Value } from "./value.js";

/** A place where a value does not belong to its type. The message does not hold the value. */
export interface ConformanceError {
  path: Path;
  message: string;
}

/**
 * Every place where a value does not belong to a type; none when it can be sent to Terraform as it is.
 *
 * @example
 * conformanceErrors({ name: 1 }, { object: { name: "string" } });
 * // [{ path: [{ attribute: "name" }], message: "a string is required, not a number" }]
 */
export function conformanceErrors(value: Value, type: Type): ConformanceError[] {
  const errors: ConformanceError[] = [];
  collect(value, type, [], 0, errors);
  return errors;
}

function collect(
  value: Value,
  type: Type,
  path: PathStep[],
  depth: number,
  errors: ConformanceError[],
): void {
  if (depth > MAX_DEPTH) {
    errors.push({ path: [...path], message: `a value nests more than ${MAX_DEPTH} deep` });
    return;
  }
  try {
    const fitted = fit(value, type);
    if (fitted.kind === "dynamic") collect(fitted.value, fitted.type, path, depth + 1, errors);
    if (fitted.kind !== "sequence" && fitted.kind !== "record") return;
    for (const member of fitted.members) {
      path.push(member.step);
      collect(member.value, member.type, path, depth + 1, errors);
      path.pop();
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    errors.push({ path: [...path], message: error.reason });
  }
}
