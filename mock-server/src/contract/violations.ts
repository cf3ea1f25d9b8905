import type { ErrorObject } from "ajv";
import type { FieldViolation } from "../errors.js";

/** Keywords of which the parts say what is wrong. */
const COMBINING = new Set(["oneOf", "allOf", "discriminator"]);

/** Violations that are told of one request. */
const limit = 20;

/**
 * The errors of a validator as violations of fields, such as `permissions[2]`.
 *
 * @param skipped steps of the path that go without saying: of a request, where in it a field stands.
 */
export function fieldViolations(
  errors: readonly ErrorObject[] | null | undefined,
  skipped: 0 | 1 = 0,
): FieldViolation[] {
  const violations = new Map<string, FieldViolation>();
  for (const error of errors ?? []) {
    if (COMBINING.has(error.keyword)) continue;
    const violation = { field: fieldOf(error, skipped), description: ruleOf(error) };
    violations.set(`${violation.field} ${violation.description}`, violation);
    if (violations.size === limit) break;
  }
  return [...violations.values()];
}

function fieldOf({ instancePath, params }: ErrorObject, skipped: number): string {
  const named: unknown =
    params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  const steps = instancePath.split("/").slice(1);
  if (typeof named === "string") steps.push(named);
  const inner = steps.length > skipped ? steps.slice(skipped) : steps;
  return inner.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === "" ? step : `${path}.${step}`;
  }, "");
}

/** The rule in the words of the house: `value must have a length between 1 and 130`. */
function ruleOf({ keyword, params, message = "is not valid" }: ErrorObject): string {
  const limitOf: unknown = params["limit"];
  switch (keyword) {
    case "required":
      return "value is required";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "there is no such field";
    case "enum":
      return `value must be one of ${String(params["allowedValues"]).replaceAll(",", ", ")}`;
    case "format":
      return params["format"] === "uuid"
        ? "value must be parsable as a UUID"
        : "value must be an RFC 3339 time";
    case "pattern":
      return `value must match ${String(params["pattern"])}`;
    case "type":
      return `value must be of type ${String(params["type"]).replaceAll(",", " or ")}`;
    case "minLength":
    case "maxLength":
      return `value must have a length ${keyword === "minLength" ? "of at least" : "of at most"} ${String(limitOf)}`;
    case "minItems":
    case "maxItems":
      return `value must have ${keyword === "minItems" ? "at least" : "at most"} ${String(limitOf)} items`;
    case "minProperties":
      return `value must have at least ${String(limitOf)} field`;
    case "uniqueItems":
      return `value must not have an item twice; [${String(params["j"])}] and [${String(params["i"])}] are the same`;
    case "minimum":
      return `value must be at least ${String(limitOf)}`;
    case "maximum":
      return `value must be at most ${String(limitOf)}`;
    default:
      return `value ${message}`;
  }
}
