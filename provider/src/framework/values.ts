import type { DynamicValue } from "../wire/gen/tfplugin6.js";
import {
  decodeJson,
  decodeMsgpack,
  encodeMsgpack,
  type ObjectValue,
  type Type,
  type Value,
  WireError,
} from "../wire/index.js";
import type { Attributes } from "./schema/attribute.js";
import { objectType } from "./schema/type.js";
import { isObject } from "./shape.js";

/**
 * Reads a value of the schema's type; `undefined` stands for the null that means "no object".
 *
 * @throws WireError when it is no value of the type, or unknown as a whole.
 */
export function readObject(attributes: Attributes, value: DynamicValue | undefined): ObjectValue | undefined {
  const decoded = readValue(objectType(attributes), value);
  if (decoded === null) return undefined;
  if (!isObject(decoded)) throw new WireError("a known object is required, not an unknown one");
  return decoded;
}

/** Reads a value in either of its encodings; nothing at all is null. */
export function readValue(type: Type, value: DynamicValue | undefined): Value {
  if (value?.msgpack !== undefined && value.msgpack.length > 0) return decodeMsgpack(value.msgpack, type);
  if (value?.json !== undefined && value.json.length > 0)
    return decodeJson(value.json.toString("utf8"), type);
  return null;
}

/** Writes a value of the schema's type. */
export function writeObject(attributes: Attributes, value: Value | undefined): DynamicValue {
  return writeValue(objectType(attributes), value ?? null);
}

/** Writes a value of a type. */
export function writeValue(type: Type, value: Value): DynamicValue {
  return { msgpack: Buffer.from(encodeMsgpack(value, type)) };
}
