import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { FieldViolation } from "../errors.js";
import { operations, schemas } from "./generated/contract.js";
import type { ErrorBody, OperationAnswer, OperationId, OperationRequest } from "./types.js";

const { uuid, "date-time": dateTime } = fullFormats;
const options = { allErrors: true, allowUnionTypes: true, formats: { uuid, "date-time": dateTime } };

/** Fills in the defaults that the contract gives. Every error is wanted: a caller sees all violations at once. */
const requests = new Ajv2020({ ...options, useDefaults: true });
const answers = new Ajv2020(options);

requests.addSchema(schemas);
answers.addSchema(schemas);
for (const { id, request, answer } of operations) {
  requests.addSchema(request, id);
  answers.addSchema(answer, id);
}

function known<T>(validate: ValidateFunction<T> | undefined, name: string): ValidateFunction<T> {
  if (validate === undefined) throw new Error(`the contract has no schema for ${name}`);
  return validate;
}

/** Decides whether `{path, query, body}` is a request of the operation. Compiled at its first use. */
export function requestValidator<Id extends OperationId>(id: Id): ValidateFunction<OperationRequest<Id>> {
  return known(requests.getSchema<OperationRequest<Id>>(id), id);
}

/** Decides whether a body is the operation's answer. Compiled at its first use. */
export function answerValidator<Id extends OperationId>(id: Id): ValidateFunction<OperationAnswer<Id>> {
  return known(answers.getSchema<OperationAnswer<Id>>(id), id);
}

/** Decides whether a body is an error. */
export function errorValidator(): ValidateFunction<ErrorBody> {
  return known(answers.getSchema<ErrorBody>("contract#/$defs/Error"), "Error");
}

/** The errors of a validator as violations of fields, such as `permissions[2]`. */
export function fieldViolations(errors: readonly ErrorObject[] | null | undefined): FieldViolation[] {
  const violations = new Map<string, FieldViolation>();
  for (const error of errors ?? []) {
    const violation = { field: fieldOf(error), description: ruleOf(error) };
    violations.set(`${violation.field} ${violation.description}`, violation);
  }
  return [...violations.values()];
}

/** `/body/permissions/2` becomes `permissions[2]`: where a field stands is clear without saying so. */
function fieldOf({ instancePath, params }: ErrorObject): string {
  const named: unknown = params["missingProperty"] ?? params["additionalProperty"];
  const steps = instancePath.split("/").slice(1);
  if (typeof named === "string") steps.push(named);
  const inner = steps.length > 1 ? steps.slice(1) : steps;
  return inner.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === "" ? step : `${path}.${step}`;
  }, "");
}

function ruleOf({ keyword, params, message = "value is not valid" }: ErrorObject): string {
  switch (keyword) {
    case "required":
      return "value is required";
    case "additionalProperties":
      return "there is no such field";
    case "enum":
      return `value must be one of ${String(params["allowedValues"]).replaceAll(",", ", ")}`;
    case "format":
      return params["format"] === "uuid"
        ? "value must be parsable as a UUID"
        : "value must be an RFC 3339 time";
    case "pattern":
      return `value must match ${String(params["pattern"])}`;
    default:
      return `value ${message}`;
  }
}
