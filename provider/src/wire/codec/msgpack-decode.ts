import { WireError } from "../errors.js";
import { checkAttributes } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import { MsgpackReader, withArticle } from "../msgpack/reader.js";
import type { PathStep } from "../path.js";
import { normalizeText } from "../text.js";
import { attributeType, nameWithArticle, type ObjectType, type Type, typeFromJson } from "../type.js";
import { Dynamic, unknown, type Value } from "../value.js";
import { readNumber } from "./number.js";
import { readUnknown } from "./refinement.js";

/**
 * Reads a value of a known type from the MessagePack form that Terraform sends in a `DynamicValue`.
 *
 * Numbers keep every digit, strings come in Unicode normal form C, any extension is an unknown value, and objects have
 * exactly the attributes of their type.
 *
 * @throws WireError with the path of the place, when the bytes are no value of the type.
 *
 * @example
 * decodeMsgpack(Uint8Array.of(0x91, 0xa1, 0x78), { list: "string" }); // ["x"]
 */
export function decodeMsgpack(bytes: Uint8Array, type: Type): Value {
  const reader = new MsgpackReader(bytes);
  const value = decode(reader, type, 0);
  if (reader.remaining > 0) throw new WireError(`${reader.remaining} bytes follow the value`);
  return value;
}

function decode(reader: MsgpackReader, type: Type, depth: number): Value {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
  const kind = reader.peek();
  if (kind === "nil") {
    reader.readNil();
    return null;
  }
  if (kind === "extension") return readUnknown(reader);
  if (type === "number") return readNumber(reader);
  const required = itemKind(type);
  if (kind !== required)
    throw new WireError(`${nameWithArticle(type)} is required, not ${withArticle(kind)}`);
  if (type === "string") return normalizeText(reader.readString());
  if (type === "bool") return reader.readBool();
  if (type === "dynamic") return decodeDynamic(reader, depth);
  if ("list" in type) return decodeElements(reader, type.list, false, depth);
  if ("set" in type) return decodeElements(reader, type.set, true, depth);
  if ("map" in type) return decodeMap(reader, type.map, depth);
  if ("tuple" in type) return decodeTuple(reader, type.tuple, depth);
  return decodeObject(reader, type.object, depth);
}

function itemKind(type: Exclude<Type, "number">) {
  if (type === "string" || type === "bool") return type;
  return type !== "dynamic" && ("map" in type || "object" in type) ? "map" : "array";
}

function decodeElements(reader: MsgpackReader, element: Type, isSet: boolean, depth: number): Value {
  const items: Value[] = [];
  const count = reader.readArrayHeader();
  for (let index = 0; index < count; index++) {
    items.push(inside(isSet ? { element: unknown } : { index }, () => decode(reader, element, depth + 1)));
  }
  return items;
}

function decodeTuple(reader: MsgpackReader, types: readonly Type[], depth: number): Value {
  const count = reader.readArrayHeader();
  if (count !== types.length) {
    throw new WireError(`a tuple of ${types.length} elements is required (${count} given)`);
  }
  return types.map((type, index) => inside({ index }, () => decode(reader, type, depth + 1)));
}

function decodeMap(reader: MsgpackReader, element: Type, depth: number): Value {
  const map = new Map<string, Value>();
  for (let count = reader.readMapHeader(); count > 0; count--) {
    const key = normalizeText(reader.readString());
    if (map.has(key)) throw new WireError(`a map holds a key twice: ${JSON.stringify(key)}`);
    map.set(
      key,
      inside({ key }, () => decode(reader, element, depth + 1)),
    );
  }
  return map;
}

function decodeObject(reader: MsgpackReader, type: ObjectType, depth: number): Value {
  const object: Record<string, Value> = Object.create(null);
  const given: string[] = [];
  for (let count = reader.readMapHeader(); count > 0; count--) {
    const name = normalizeText(reader.readString());
    const attribute = attributeType(type, name);
    given.push(name);
    if (name in object) throw new WireError(`an object holds an attribute twice: ${JSON.stringify(name)}`);
    if (attribute === undefined) reader.skip();
    else object[name] = inside({ attribute: name }, () => decode(reader, attribute, depth + 1));
  }
  checkAttributes(type, given);
  return object;
}

function decodeDynamic(reader: MsgpackReader, depth: number): Value {
  if (reader.readArrayHeader() !== 2) {
    throw new WireError("a dynamic value is required: a pair of a type and a value");
  }
  const json = reader.peek() === "string" ? reader.readString() : decodeText(reader.readBinary());
  const type = typeFromJson(json);
  return new Dynamic(type, decode(reader, type, depth + 1));
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new WireError("a type in JSON form is not UTF-8");
  }
}

function inside<T>(step: PathStep, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw WireError.under(step, error);
  }
}
