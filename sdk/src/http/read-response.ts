import { operations } from "../contract/generated/operations.js";
import type { ResponseShape } from "../contract/operation.js";
import type { OperationId, ResponseBody } from "../contract/types.js";
import { Secret } from "../secret.js";
import { isRecord } from "./is-record.js";

/** Why a response cannot be used. Says nothing of its values. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";

  /** @param field - Path of the field; empty for the whole response. */
  constructor(
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field} ${rule}`);
  }
}

/** A response that was read, and the fields in it that do not fit the contract. */
export interface ReadResponse<Id extends OperationId> {
  readonly body: ResponseBody<Id>;
  /** `path rule` each; never a value. */
  readonly remarks: readonly string[];
}

/** What nobody can go on without: ids, whose they are, and the secret. */
const ESSENTIAL = /^(id|user_id)$/;

/** What a field that proto JSON leaves out stands for. */
function valueOfOmitted(shape: ResponseShape): unknown {
  if (shape.nullable) return null;
  switch (shape.type) {
    case "array":
      return [];
    case "object":
    case "map":
      return {};
    case "string":
      return "";
    case "boolean":
      return false;
    default:
      return 0;
  }
}

/** Numbers and times come as text from some serializers; a number that is written as text is read as one. */
function toScalar(type: ResponseShape["type"], value: unknown): unknown {
  const numeric = type === "integer" || type === "number";
  return numeric && typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Text of what should be text, so that whoever reads it can rely on that. */
function toText(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function fitsScalar(type: ResponseShape["type"], value: unknown): boolean {
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

class Reader {
  readonly remarks: string[] = [];

  read(shape: ResponseShape, value: unknown, path: string): unknown {
    if (shape.type === "array") return this.#array(shape, value, path);
    if (shape.type === "object" || shape.type === "map") return this.#object(shape, value, path);
    if (shape.sensitive) {
      if (typeof value !== "string" || value === "") throw new Mismatch(path, "is not there");
      return new Secret(value);
    }
    const scalar = toScalar(shape.type, value);
    if (fitsScalar(shape.type, scalar)) return scalar;
    this.#remark(path, `is not of type ${shape.type}`);
    return shape.type === "string" ? toText(value) : valueOfOmitted(shape);
  }

  #array(shape: ResponseShape, value: unknown, path: string): unknown {
    if (!Array.isArray(value)) {
      if (!path.includes(".")) throw new Mismatch(path, "is not an array");
      this.#remark(path, "is not an array");
      return [];
    }
    const { items } = shape;
    if (items !== undefined) {
      for (const [index, item] of value.entries()) value[index] = this.read(items, item, `${path}[${index}]`);
    }
    return value;
  }

  #object(shape: ResponseShape, value: unknown, path: string): unknown {
    if (!isRecord(value)) throw new Mismatch(path, "is not an object");
    const { properties = {}, required = [] } = shape;
    for (const name in properties) {
      const inner = properties[name];
      if (inner !== undefined) this.#field(value, name, inner, required.includes(name), path);
    }
    return value;
  }

  #field(
    parent: Record<string, unknown>,
    name: string,
    shape: ResponseShape,
    required: boolean,
    parentPath: string,
  ): void {
    const value = parent[name];
    const path = parentPath === "" ? name : `${parentPath}.${name}`;
    if (value !== undefined && value !== null) {
      parent[name] = this.read(shape, value, path);
      if (ESSENTIAL.test(name) && (typeof value !== "string" || value === "")) {
        throw new Mismatch(path, "is not there");
      }
      return;
    }
    if (!required || (value === null && shape.nullable)) return;
    const essential = shape.sensitive || ESSENTIAL.test(name) || shape.type === "object";
    if (essential) throw new Mismatch(path, "is not there");
    parent[name] = valueOfOmitted(shape);
    if (!shape.nullable && shape.type === "string" && name !== "next_page_token") {
      this.#remark(path, "is not there");
    }
  }

  #remark(path: string, rule: string): void {
    if (this.remarks.length < 20) this.remarks.push(`${path} ${rule}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw new Mismatch("", text === "" ? "is empty" : "is not JSON");
  }
}

/** Whether a body can be the API's: one with fields has at least one that the contract knows. */
function isOfApi(shape: ResponseShape, body: unknown): boolean {
  if (!isRecord(body)) return true;
  const names = Object.keys(body);
  const { properties = {} } = shape;
  if (names.length === 0 || Object.keys(properties).length === 0) return true;
  return names.some((name) => Object.hasOwn(properties, name));
}

function assertFits<Id extends OperationId>(
  id: Id,
  response: unknown,
  reader: Reader,
): asserts response is ResponseBody<Id> {
  const shape: ResponseShape = operations[id].response;
  if (!isOfApi(shape, response)) throw new Mismatch("", "has none of the fields of the contract");
  reader.read(shape, response, "");
}

/**
 * Reads the response of an operation. Ids and secrets decide: without them it is refused. Whatever else is left out, null,
 * unknown or spelled otherwise stays as it is, or gets the value that proto JSON leaves out; sensitive fields become `Secret`s.
 *
 * @throws Mismatch when it cannot be used.
 */
export function readResponse<Id extends OperationId>(id: Id, text: string): ReadResponse<Id> {
  // Where the contract has nothing to tell, an API may well send nothing.
  const body = text.trim() === "" && operations[id].response.required?.length === 0 ? {} : parse(text);
  const reader = new Reader();
  assertFits(id, body, reader);
  return { body, remarks: reader.remarks };
}
