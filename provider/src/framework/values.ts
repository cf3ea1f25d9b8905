import type { DynamicValue } from "../wire/gen/tfplugin6.js";
import {
  decodeJson,
  decodeMsgpack,
  encodeMsgpack,
  type ObjectValue,
  type Type,
  type Value,
} from "../wire/index.js";
import type { Attributes } from "./schema/attribute.js";
import { objectType } from "./schema/type.js";

/** Reads a value of the schema's type; `undefined` stands for the null that means "no object". */
export function readObject(attributes: Attributes, value: DynamicValue | undefined): ObjectValue | undefined {
  const decoded = readValue(objectType(attributes), value);
  // A value of an object type is an object, null or unknown, and core never sends a whole object as unknown.
  return decoded === null ? undefined : (decoded as ObjectValue);
}

function readValue(type: Type, value: DynamicValue | undefined): Value {
  if (value?.msgpack !== undefined && value.msgpack.length > 0) return decodeMsgpack(value.msgpack, type);
  if (value?.json !== undefined && value.json.length > 0)
    return decodeJson(value.json.toString("utf8"), type);
  return null;
}

/** Writes a value of the schema's type. */
export function writeObject(attributes: Attributes, value: ObjectValue | undefined): DynamicValue {
  return { msgpack: Buffer.from(encodeMsgpack(value ?? null, objectType(attributes))) };
}
