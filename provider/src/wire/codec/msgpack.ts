import { WireError } from "../errors.js";
import { checkAttributes, fit, type Member, type NamedMember } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import { Reader, type Token } from "../msgpack/reader.js";
import { Writer } from "../msgpack/writer.js";
import { normalizeText } from "../text.js";
import { attributeType, type ObjectType, type Type, typeFromJson, typeName, typeToJson } from "../type.js";
import { Dynamic, type Value } from "../value.js";
import { writeNumber } from "./number.js";
import { readUnknown, tokenNumber, writeUnknown } from "./refinement.js";

/**
 * Writes a value of a type in the form of Terraform's plugin protocol.
 *
 * @throws WireError with the path of the place where the value does not belong to the type.
 */
export function encodeMsgpack(value: Value, type: Type): Uint8Array {
  const writer = new Writer();
  write(writer, value, type, 0);
  return writer.bytes();
}

function write(writer: Writer, value: Value, type: Type, depth: number): void {
  checkDepth(depth);
  const fitted = fit(value, type);
  if (fitted.kind === "null") writer.nil();
  else if (fitted.kind === "unknown") writeUnknown(writer, fitted.unknown);
  else if (fitted.kind === "string") writer.string(fitted.text);
  else if (fitted.kind === "number") writeNumber(writer, fitted.number);
  else if (fitted.kind === "bool") writer.bool(fitted.bool);
  else if (fitted.kind === "dynamic") {
    writer.arrayHeader(2);
    writer.binary(Buffer.from(typeToJson(fitted.type)));
    write(writer, fitted.value, fitted.type, depth + 1);
  } else {
    if (fitted.kind === "sequence") writer.arrayHeader(fitted.members.length);
    else writer.mapHeader(fitted.members.length);
    writeMembers(writer, fitted.members, depth);
  }
}

function writeMembers(writer: Writer, members: readonly (Member | NamedMember)[], depth: number): void {
  for (const member of members) {
    if ("name" in member) writer.string(member.name);
    try {
      write(writer, member.value, member.type, depth + 1);
    } catch (error) {
      throw WireError.under(member.step, error);
    }
  }
}

/**
 * Reads a value of a type from the form of Terraform's plugin protocol.
 *
 * @throws WireError with the path of the place where the bytes do not hold a value of the type.
 */
export function decodeMsgpack(bytes: Uint8Array, type: Type): Value {
  const reader = new Reader(bytes);
  const value = read(reader, reader.next(), type, 0);
  if (!reader.done) throw new WireError("there are more bytes than the value has");
  return value;
}

function read(reader: Reader, token: Token, type: Type, depth: number): Value {
  checkDepth(depth);
  if (token.kind === "nil") return null;
  if (token.kind === "extension") return readUnknown(token.type, token.body);
  if (typeof type === "string") return readSimple(reader, token, type, depth);
  if ("list" in type) return readElements(reader, size(token, "array", type), () => type.list, depth);
  if ("set" in type) return readElements(reader, size(token, "array", type), () => type.set, depth);
  if ("tuple" in type) {
    const count = size(token, "array", type);
    if (count !== type.tuple.length) {
      throw new WireError(`a tuple of ${type.tuple.length} elements is required (${count} given)`);
    }
    return readElements(reader, count, (index) => type.tuple[index] ?? "dynamic", depth);
  }
  if ("map" in type) return readMap(reader, size(token, "map", type), type.map, depth);
  return readObject(reader, size(token, "map", type), type.object, depth);
}

function readSimple(
  reader: Reader,
  token: Token,
  type: "string" | "number" | "bool" | "dynamic",
  depth: number,
): Value {
  if (type === "string" && token.kind === "string") return normalizeText(token.value);
  if (type === "bool" && token.kind === "bool") return token.value;
  if (type === "number") {
    const number = tokenNumber(token);
    if (number !== undefined) return number;
  }
  if (type === "dynamic" && token.kind === "array" && token.size === 2) {
    const typeToken = reader.next();
    if (typeToken.kind === "binary" || typeToken.kind === "string") {
      const inner = typeFromJson(typeToken.value.toString());
      return new Dynamic(inner, read(reader, reader.next(), inner, depth + 1));
    }
  }
  throw new WireError(`a ${type === "dynamic" ? "value with its type" : type} is required`);
}

function size(token: Token, kind: "array" | "map", type: Type): number {
  if (token.kind === kind) return token.size;
  throw new WireError(`a value of type ${typeName(type)} is required`);
}

function readElements(reader: Reader, count: number, typeOf: (index: number) => Type, depth: number): Value {
  const elements: Value[] = [];
  for (let index = 0; index < count; index++) {
    try {
      elements.push(read(reader, reader.next(), typeOf(index), depth + 1));
    } catch (error) {
      throw WireError.under({ index }, error);
    }
  }
  return elements;
}

function readMap(reader: Reader, count: number, element: Type, depth: number): Value {
  const map = new Map<string, Value>();
  for (let index = 0; index < count; index++) {
    const key = readName(reader);
    try {
      map.set(key, read(reader, reader.next(), element, depth + 1));
    } catch (error) {
      throw WireError.under({ key }, error);
    }
  }
  return map;
}

function readObject(reader: Reader, count: number, type: ObjectType, depth: number): Value {
  const object: Record<string, Value> = Object.create(null);
  const given: string[] = [];
  for (let index = 0; index < count; index++) {
    const name = readName(reader);
    const attribute = attributeType(type, name);
    given.push(name);
    if (attribute === undefined) break;
    try {
      object[name] = read(reader, reader.next(), attribute, depth + 1);
    } catch (error) {
      throw WireError.under({ attribute: name }, error);
    }
  }
  checkAttributes(type, given);
  return object;
}

function readName(reader: Reader): string {
  const token = reader.next();
  if (token.kind !== "string") throw new WireError("a name is required as a string");
  return normalizeText(token.value);
}

function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
}
