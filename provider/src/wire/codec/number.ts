import { Decimal, type NumberValue } from "../decimal.js";
import type { Writer } from "../msgpack/writer.js";

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
/** No 64-bit integer has more digits. */
const MAX_INT64_DIGITS = 20;

/** Writes a number as Terraform does: 64-bit integer, exact float, or decimal text. */
export function writeNumber(writer: Writer, value: NumberValue): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    writer.float64(value);
    return;
  }
  const decimal = value instanceof Decimal ? value : Decimal.from(String(value));
  const text = decimal.toPlainText();
  if (decimal.isInteger()) {
    const integer = text.length <= MAX_INT64_DIGITS ? BigInt(text) : undefined;
    if (integer !== undefined && integer >= MIN_INT64 && integer <= MAX_INT64) writer.integer(integer);
    else writer.string(text);
  } else if (typeof value === "number" && decimal.isDyadic()) writer.float64(value);
  else writer.string(text);
}
