import { WireError } from "../errors.js";
import { fit, type Member, type NamedMember } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import { MsgpackWriter } from "../msgpack/writer.js";
import { type Type, typeToJson } from "../type.js";
import type { Value } from "../value.js";
import { writeNumber } from "./number.js";
import { writeUnknown } from "./refinement.js";

/**
 * Writes a value of a type in the MessagePack form of a `DynamicValue`, byte for byte as Terraform writes it itself:
 * attributes and map keys sorted, everything in its shortest form, strings in Unicode normal form C.
 *
 * @throws WireError with the path of the place, when the value does not belong to the type.
 *
 * @example
 * encodeMsgpack(["x"], { list: "string" }); // 91 a1 78
 */
export function encodeMsgpack(value: Value, type: Type): Uint8Array {
  const writer = new MsgpackWriter();
  encode(writer, value, type, 0);
  return writer.bytes();
}

function encode(writer: MsgpackWriter, value: Value, type: Type, depth: number): void {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
  const fitted = fit(value, type);
  switch (fitted.kind) {
    case "null":
      writer.writeNil();
      break;
    case "unknown":
      writeUnknown(writer, fitted.unknown, type);
      break;
    case "string":
      writer.writeString(fitted.text);
      break;
    case "number":
      writeNumber(writer, fitted.number);
      break;
    case "bool":
      writer.writeBool(fitted.bool);
      break;
    case "dynamic":
      writer.writeArrayHeader(2);
      writer.writeBinary(Buffer.from(typeToJson(fitted.type)));
      encode(writer, fitted.value, fitted.type, depth + 1);
      break;
    case "sequence":
      writer.writeArrayHeader(fitted.members.length);
      encodeMembers(writer, fitted.members, depth);
      break;
    case "record":
      writer.writeMapHeader(fitted.members.length);
      encodeMembers(writer, fitted.members, depth);
      break;
  }
}

function encodeMembers(
  writer: MsgpackWriter,
  members: readonly (Member | NamedMember)[],
  depth: number,
): void {
  for (const member of members) {
    try {
      if ("name" in member) writer.writeString(member.name);
      encode(writer, member.value, member.type, depth + 1);
    } catch (error) {
      throw WireError.under(member.step, error);
    }
  }
}
