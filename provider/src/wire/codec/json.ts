import { Decimal, numberText } from "../decimal.js";
import { WireError } from "../errors.js";
import { checkAttributes, fit } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import type { PathStep } from "../path.js";
import { normalizeText } from "../text.js";
import {
  attributeNames,
  attributeType,
  type ObjectType,
  type Type,
  typeFromJson,
  typeName,
  typeToJson,
} from "../type.js";
import { Dynamic, type Value } from "../value.js";
import { type JsonObject, type JsonValue, parseJson } from "./json-text.js";

/** How far a stored object may differ from the type: a state written by an older schema of the same version. */
export interface DecodeJsonOptions {
  /** Passes over attributes that the type does not have. */
  readonly ignoreExtraAttributes?: boolean;
  /** Takes missing attributes for null. */
  readonly missingAttributesNull?: boolean;
}

/**
 * Reads a value of a type from Terraform's JSON form, which state files use.
 *
 * @throws WireError with the path of the place where the text does not hold a value of the type.
 */
export function decodeJson(text: string, type: Type, options: DecodeJsonOptions = {}): Value {
  return read(parseJson(text), type, options, 0);
}

function read(json: JsonValue, type: Type, options: DecodeJsonOptions, depth: number): Value {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
  if (json === null) return null;
  const inside = (value: JsonValue, inner: Type, step: PathStep): Value => {
    try {
      return read(value, inner, options, depth + 1);
    } catch (error) {
      throw WireError.under(step, error);
    }
  };
  if (typeof type === "string") return readSimple(json, type, options, depth);
  if ("list" in type) return array(json, type).map((value, index) => inside(value, type.list, { index }));
  if ("set" in type) return array(json, type).map((value, index) => inside(value, type.set, { index }));
  if ("tuple" in type) {
    const values = array(json, type);
    if (values.length !== type.tuple.length) {
      throw new WireError(`a tuple of ${type.tuple.length} elements is required (${values.length} given)`);
    }
    return values.map((value, index) => inside(value, type.tuple[index] ?? "dynamic", { index }));
  }
  if ("map" in type) {
    const entries = [...record(json, type)].map(([key, value]): [string, Value] => {
      const name = normalizeText(key);
      return [name, inside(value, type.map, { key: name })];
    });
    return new Map(entries);
  }
  return readObject(record(json, type), type.object, options, inside);
}

function readSimple(
  json: JsonValue,
  type: "string" | "number" | "bool" | "dynamic",
  options: DecodeJsonOptions,
  depth: number,
): Value {
  if (type === "string" && typeof json === "string") return normalizeText(json);
  if (type === "bool" && typeof json === "boolean") return json;
  if (type === "number" && (typeof json === "number" || json instanceof Decimal)) return json;
  if (type === "dynamic" && json instanceof Map) {
    const inner = typeFromJson(typeText(json.get("type") ?? null));
    return new Dynamic(inner, read(json.get("value") ?? null, inner, options, depth + 1));
  }
  throw new WireError(`a ${type === "dynamic" ? "value with its type" : type} is required`);
}

/** A type inside a value, as text again. */
function typeText(json: JsonValue): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
}

function readObject(
  json: JsonObject,
  type: ObjectType,
  options: DecodeJsonOptions,
  inside: (value: JsonValue, type: Type, step: PathStep) => Value,
): Value {
  const given = [...json.keys()].filter(
    (name) => !options.ignoreExtraAttributes || attributeType(type, name) !== undefined,
  );
  checkAttributes(
    type,
    options.missingAttributesNull ? [...new Set([...given, ...attributeNames(type)])] : given,
  );
  const object: Record<string, Value> = Object.create(null);
  for (const name of attributeNames(type)) {
    object[name] = inside(json.get(name) ?? null, attributeType(type, name) ?? "dynamic", {
      attribute: name,
    });
  }
  return object;
}

function array(json: JsonValue, type: Type): readonly JsonValue[] {
  if (Array.isArray(json)) return json;
  throw new WireError(`a value of type ${typeName(type)} is required`);
}

function record(json: JsonValue, type: Type): JsonObject {
  if (json instanceof Map) return json;
  throw new WireError(`a value of type ${typeName(type)} is required`);
}

/**
 * Writes a wholly known value of a type in Terraform's JSON form.
 *
 * @throws WireError for an unknown value, or one that does not belong to the type.
 */
export function encodeJson(value: Value, type: Type): string {
  const fitted = fit(value, type);
  switch (fitted.kind) {
    case "null":
      return "null";
    case "unknown":
      throw new WireError("an unknown value has no JSON form");
    case "string":
      return JSON.stringify(fitted.text);
    case "number":
      if (typeof fitted.number === "number" && !Number.isFinite(fitted.number)) {
        throw new WireError("an infinite number has no JSON form");
      }
      return numberText(fitted.number);
    case "bool":
      return String(fitted.bool);
    case "dynamic":
      return `{"type":${typeToJson(fitted.type)},"value":${encodeJson(fitted.value, fitted.type)}}`;
    case "sequence":
      return `[${fitted.members.map((member) => encodeMember(member)).join(",")}]`;
    case "record":
      return `{${fitted.members.map((member) => `${JSON.stringify(member.name)}:${encodeMember(member)}`).join(",")}}`;
  }
}

function encodeMember(member: {
  readonly step: PathStep;
  readonly value: Value;
  readonly type: Type;
}): string {
  try {
    return encodeJson(member.value, member.type);
  } catch (error) {
    throw WireError.under(member.step, error);
  }
}
