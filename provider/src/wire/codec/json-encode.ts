import { Decimal, type NumberValue } from "../decimal.js";
import { WireError } from "../errors.js";
import { fit } from "../fit.js";
import { MAX_DEPTH } from "../limits.js";
import { type Type, typeToJson } from "../type.js";
import type { Value } from "../value.js";

/**
 * Writes a value of a type in the JSON form that Terraform keeps in its state, with every digit of its numbers.
 *
 * @throws WireError with the path of the place, when the value does not belong to the type, or is unknown or infinite,
 * for which JSON has no form.
 *
 * @example
 * encodeJson(new Dynamic("string", "x"), "dynamic"); // {"value":"x","type":"string"}
 */
export function encodeJson(value: Value, type: Type): string {
  return encode(value, type, 0);
}

function encode(value: Value, type: Type, depth: number): string {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests more than ${MAX_DEPTH} deep`);
  const fitted = fit(value, type);
  switch (fitted.kind) {
    case "null":
      return "null";
    case "unknown":
      throw new WireError("a known value is required: JSON has no form for unknown ones");
    case "string":
      return JSON.stringify(fitted.text);
    case "number":
      return numberToJson(fitted.number);
    case "bool":
      return String(fitted.bool);
    case "dynamic":
      return `{"value":${encode(fitted.value, fitted.type, depth + 1)},"type":${typeToJson(fitted.type)}}`;
  }
  const members = fitted.members.map((member) => {
    try {
      const text = encode(member.value, member.type, depth + 1);
      return "name" in member ? `${JSON.stringify(member.name)}:${text}` : text;
    } catch (error) {
      throw WireError.under(member.step, error);
    }
  });
  return fitted.kind === "record" ? `{${members.join(",")}}` : `[${members.join(",")}]`;
}

function numberToJson(value: NumberValue): string {
  if (value instanceof Decimal) return value.toPlainText();
  if (!Number.isFinite(value))
    throw new WireError("a finite number is required: JSON has no form for others");
  return Decimal.from(String(value)).toPlainText();
}
