import { Decimal, numberText, parseNumber } from "../decimal.js";
import { WireError } from "../errors.js";
import { checkAttributes } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import type { PathStep } from "../path.js";
import { normalizeText } from "../text.js";
import {
  attributeNames,
  attributeType,
  nameWithArticle,
  type ObjectType,
  type Type,
  typeFromJson,
} from "../type.js";
import { Dynamic, unknown, type Value } from "../value.js";
import { type JsonObject, type JsonValue, parseJson } from "./json-parse.js";
import { stringifyJson } from "./json-stringify.js";

/** How {@link decodeJson} takes objects whose attributes are not those of the type, as in a state of an old version. */
export interface DecodeJsonOptions {
  /** Leaves out attributes that the type does not have. Without it they are an error. */
  readonly ignoreExtraAttributes?: boolean;
  /** Takes attributes that are missing as null. Without it they are an error. */
  readonly missingAttributesNull?: boolean;
}

/**
 * Reads a value of a type from the JSON form that Terraform keeps in its state. Numbers keep every digit. As Terraform
 * does, it takes a simple value that is written as another simple type where no doubt is possible: `"12"` for a
 * number, `"true"` for a bool, `12` for a string.
 *
 * @throws WireError with the path of the place, or the offset in the text, when it holds no value of the type.
 *
 * @example
 * decodeJson('{"type":"string","value":"x"}', "dynamic"); // Dynamic { type: "string", value: "x" }
 */
export function decodeJson(text: string, type: Type, options: DecodeJsonOptions = {}): Value {
  return decode(parseJson(text), type, options, 0);
}

function decode(json: JsonValue, type: Type, options: DecodeJsonOptions, depth: number): Value {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
  if (json === null) return null;
  if (type === "dynamic") return decodeDynamic(json, options, depth);
  if (typeof type === "string") return decodeSimple(json, type);
  const member = (step: PathStep, value: JsonValue, memberType: Type): Value => {
    try {
      return decode(value, memberType, options, depth + 1);
    } catch (error) {
      throw WireError.under(step, error);
    }
  };
  if ("list" in type) return arrayOf(json, type).map((item, index) => member({ index }, item, type.list));
  if ("set" in type) return arrayOf(json, type).map((item) => member({ element: unknown }, item, type.set));
  if ("tuple" in type) {
    const items = arrayOf(json, type);
    if (items.length !== type.tuple.length) {
      throw new WireError(`a tuple of ${type.tuple.length} elements is required (${items.length} given)`);
    }
    return type.tuple.map((element, index) => member({ index }, items[index] ?? null, element));
  }
  const entries = normalizeKeys(objectOf(json, type));
  if ("object" in type) return decodeObject(entries, type.object, options, member);
  return new Map([...entries].map(([key, item]) => [key, member({ key }, item, type.map)]));
}

function decodeSimple(json: JsonValue, type: "string" | "number" | "bool"): Value {
  const isNumber = typeof json === "number" || json instanceof Decimal;
  if (type === "string") {
    if (typeof json === "string") return normalizeText(json);
    if (typeof json === "boolean") return String(json);
    if (isNumber)
      return json instanceof Decimal ? json.toPlainText() : Decimal.from(numberText(json)).toPlainText();
  }
  if (type === "number") {
    if (isNumber) return json;
    if (typeof json === "string") return parseNumber(json);
  }
  if (type === "bool") {
    if (typeof json === "boolean") return json;
    if (json === "true" || json === "1") return true;
    if (json === "false" || json === "0") return false;
  }
  throw new WireError(`a ${type} is required`);
}

function decodeObject(
  entries: JsonObject,
  type: ObjectType,
  options: DecodeJsonOptions,
  member: (step: PathStep, value: JsonValue, type: Type) => Value,
): Value {
  const object: Record<string, Value> = Object.create(null);
  const missing = options.missingAttributesNull
    ? attributeNames(type).filter((name) => !entries.has(name))
    : [];
  const given = [...entries.keys()].filter(
    (name) => !options.ignoreExtraAttributes || attributeType(type, name) !== undefined,
  );
  checkAttributes(type, [...given, ...missing]);
  for (const name of attributeNames(type)) {
    object[name] = member(
      { attribute: name },
      entries.get(name) ?? null,
      attributeType(type, name) ?? "dynamic",
    );
  }
  return object;
}

function decodeDynamic(json: JsonValue, options: DecodeJsonOptions, depth: number): Value {
  const pair = json instanceof Map ? (json as JsonObject) : undefined;
  const type = pair?.get("type");
  const value = pair?.get("value");
  if (pair?.size !== 2 || type === undefined || value === undefined) {
    throw new WireError('a dynamic value is required: an object with "type" and "value"');
  }
  const typeOfValue = typeFromJson(stringifyJson(type));
  return new Dynamic(typeOfValue, decode(value, typeOfValue, options, depth + 1));
}

function normalizeKeys(object: JsonObject): JsonObject {
  return new Map([...object].map(([key, value]) => [normalizeText(key), value]));
}

function arrayOf(json: JsonValue, type: Type): readonly JsonValue[] {
  if (!Array.isArray(json)) throw new WireError(`${nameWithArticle(type)} is required`);
  return json as readonly JsonValue[];
}

function objectOf(json: JsonValue, type: Type): JsonObject {
  if (!(json instanceof Map)) throw new WireError(`${nameWithArticle(type)} is required`);
  return json as JsonObject;
}
