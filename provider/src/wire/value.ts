import { Decimal, type NumberValue } from "./decimal.js";
import type { Type } from "./type.js";

export { Decimal, type NumberValue } from "./decimal.js";

/** A limit of an unknown number, and whether the limit itself is possible. */
export interface NumberBound {
  readonly value: NumberValue;
  readonly inclusive: boolean;
}

/**
 * What is already certain about an unknown value. Each statement is a promise: Terraform refuses a final value that
 * breaks it. Statements that do not fit the type of the value are not sent.
 */
export interface Refinement {
  /** The final value is not null. */
  readonly notNull?: boolean;
  /** The final string starts with this text (at most 256 bytes of it are sent). */
  readonly stringPrefix?: string;
  readonly numberMin?: NumberBound;
  readonly numberMax?: NumberBound;
  /** Least number of elements of the final list, set or map. */
  readonly lengthMin?: number;
  /** Greatest number of elements of the final list, set or map. */
  readonly lengthMax?: number;
}

/**
 * A value that is decided only at apply time.
 *
 * @example
 * new Unknown({ notNull: true, stringPrefix: "scapi_" });
 */
export class Unknown {
  readonly refinement?: Refinement;

  constructor(refinement?: Refinement) {
    if (refinement !== undefined && Object.keys(refinement).length > 0) this.refinement = refinement;
  }
}

/** The unknown value about which nothing is certain. */
export const unknown: Unknown = new Unknown();

/** The unknown value that is certainly not null. */
export const unknownNotNull: Unknown = new Unknown({ notNull: true });

/** Whether a value is unknown itself; see {@link containsUnknown} for the values inside it. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/**
 * A value in a place of type `dynamic`, together with the type that it has there. A null or unknown without a type
 * stands in such a place as it is.
 *
 * @example
 * new Dynamic("string", "hello");
 */
export class Dynamic {
  readonly type: Type;
  readonly value: Value;

  constructor(type: Type, value: Value) {
    this.type = type;
    this.value = value;
  }
}

/** An object by attribute name. Decoded objects have no prototype, so that every name is an ordinary one. */
export interface ObjectValue {
  readonly [attribute: string]: Value;
}

/**
 * A Terraform value: lists, sets and tuples are arrays, maps are `Map`, objects are plain objects. Every value may be
 * null or unknown, whatever its type.
 */
export type Value =
  | null
  | Unknown
  | string
  | boolean
  | NumberValue
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | ObjectValue
  | Dynamic;

/** Whether a value is unknown or has an unknown value anywhere inside it. */
export function containsUnknown(value: Value): boolean {
  if (typeof value !== "object" || value === null || value instanceof Decimal) return false;
  if (isUnknown(value)) return true;
  if (value instanceof Dynamic) return containsUnknown(value.value);
  if (isArray(value)) return value.some(containsUnknown);
  if (value instanceof Map) return [...value.values()].some(containsUnknown);
  return Object.values(value).some(containsUnknown);
}

/** `Array.isArray` for values: the built-in one does not know read-only arrays. */
export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
