import { Decimal, isExactNumber, type NumberValue, parseNumber } from "../decimal.js";
import { WireError } from "../errors.js";
import type { MsgpackReader } from "../msgpack/reader.js";
import { withArticle } from "../msgpack/reader.js";
import type { MsgpackWriter } from "../msgpack/writer.js";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** Reads a number from any form that Terraform or another provider may have given it. */
export function readNumber(reader: MsgpackReader): NumberValue {
  const kind = reader.peek();
  if (kind === "integer") {
    const integer = reader.readInteger();
    return typeof integer === "bigint" ? Decimal.from(String(integer)) : integer;
  }
  if (kind === "float") return fromFloat(reader.readFloat());
  if (kind === "string") return parseNumber(reader.readString());
  throw new WireError(`a number is required, not ${withArticle(kind)}`);
}

/** A float stands for its shortest text, as in Terraform's own comparison, and an integral one for its exact value. */
function fromFloat(float: number): NumberValue {
  if (Number.isNaN(float)) throw new WireError("a number is required, not NaN");
  if (isExactNumber(float)) return float === 0 ? 0 : float;
  return Decimal.from(String(BigInt(float)));
}

/**
 * Writes a number as Terraform does: as an integer if it fits 64 bits with a sign, as a float if it is a fraction that
 * a float holds exactly, else as decimal text.
 */
export function writeNumber(writer: MsgpackWriter, value: NumberValue): void {
  if (typeof value === "number") {
    if (Number.isInteger(value)) writer.writeInteger(value);
    else if (!Number.isFinite(value)) writer.writeFloat(value);
    else writeFraction(writer, value);
    return;
  }
  // Digits enough for any 64-bit integer and few enough to convert.
  const text = value.toPlainText();
  if (value.isInteger() && text.length <= 20) {
    const integer = BigInt(text);
    if (integer >= INT64_MIN && integer <= INT64_MAX) {
      writer.writeInteger(integer);
      return;
    }
  }
  writer.writeString(text);
}

function writeFraction(writer: MsgpackWriter, value: number): void {
  const decimal = Decimal.from(String(value));
  if (decimal.isDyadic()) writer.writeFloat(value);
  else writer.writeString(decimal.toPlainText());
}
