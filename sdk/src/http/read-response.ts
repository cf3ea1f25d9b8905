import { operations } from "../contract/generated/operations.js";
import type { ResponseShape } from "../contract/operation.js";
import type { OperationId, ResponseBody } from "../contract/types.js";
import { Secret } from "../secret.js";

/** Where and how a response does not fit the contract. Says nothing of its values. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";

  /** @param field - Path of the field; empty for the whole response. @param damaged - Whether it is not even JSON. */
  constructor(
    readonly field: string,
    readonly rule: string,
    readonly damaged = false,
  ) {
    super(`${field} ${rule}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}

function fitsScalar(type: ResponseShape["type"], value: unknown): boolean {
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function checkObject(shape: ResponseShape, value: Record<string, unknown>, field: string): void {
  const { required = [], properties = {} } = shape;
  const path = (name: string) => (field === "" ? name : `${field}.${name}`);
  for (const name of required) {
    if (!Object.hasOwn(value, name)) throw new Mismatch(path(name), "is missing");
  }
  for (const name in properties) {
    const inner = properties[name];
    const content = value[name];
    if (inner === undefined || content === undefined) continue;
    // An optional field that is null is as good as absent.
    if (content === null && !required.includes(name)) continue;
    value[name] = fit(inner, content, () => path(name));
  }
}

/** Checks a value and gives it back; one that is marked as sensitive comes back as a `Secret`. */
function fit(shape: ResponseShape, value: unknown, path: () => string): unknown {
  if (value === null && shape.nullable) return value;
  const { type } = shape;
  if (type === "array") {
    if (!Array.isArray(value)) throw new Mismatch(path(), `should be an array and is ${nameOf(value)}`);
    const { items } = shape;
    if (items !== undefined)
      for (const [i, item] of value.entries()) value[i] = fit(items, item, () => `${path()}[${i}]`);
  } else if (type === "object" || type === "map") {
    if (!isRecord(value)) throw new Mismatch(path(), `should be an object and is ${nameOf(value)}`);
    if (type === "object") checkObject(shape, value, path());
    // The keys of a map come from outside and are not shown.
    else
      for (const item of Object.values(value))
        fit(shape.values ?? { type: "object" }, item, () => `${path()}.*`);
  } else if (!fitsScalar(type, value)) {
    throw new Mismatch(path(), `should be of type ${type} and is ${nameOf(value)}`);
  } else if (shape.sensitive && typeof value === "string") {
    if (value === "") throw new Mismatch(path(), "is empty");
    return new Secret(value);
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw new Mismatch("", text === "" ? "is empty" : "is not JSON", true);
  }
}

function assertFits<Id extends OperationId>(id: Id, response: unknown): asserts response is ResponseBody<Id> {
  fit(operations[id].response, response, () => "");
}

/**
 * Reads the response of an operation: required fields and types are checked, unknown fields and unknown values of
 * enumerations pass, sensitive fields become `Secret`s.
 *
 * @throws Mismatch when it does not fit.
 */
export function readResponse<Id extends OperationId>(id: Id, text: string): ResponseBody<Id> {
  // Where the contract has nothing to tell, an API may well send nothing.
  const response = text === "" && operations[id].response.required?.length === 0 ? {} : parse(text);
  assertFits(id, response);
  return response;
}
