import { parseNumber } from "../decimal.js";
import { WireError } from "../errors.js";
import { Reader, type Token } from "../msgpack/reader.js";
import { Writer } from "../msgpack/writer.js";
import { type NumberBound, type NumberValue, type Refinement, Unknown, unknown } from "../value.js";
import { writeNumber } from "./number.js";

/** The extension types of unknown values: without and with statements about the final value. */
const PLAIN = 0;
const REFINED = 12;

const MAX_PREFIX_BYTES = 256;

/** Writes an unknown value; statements that hold nothing are left out. */
export function writeUnknown(writer: Writer, value: Unknown): void {
  const entries = refinementEntries(value.refinement ?? {});
  if (entries.length === 0) {
    writer.extension(PLAIN, Uint8Array.of(0));
    return;
  }
  const body = new Writer();
  body.mapHeader(entries.length);
  for (const [key, write] of entries) {
    body.integer(BigInt(key));
    write(body);
  }
  writer.extension(REFINED, body.bytes());
}

function refinementEntries(refinement: Refinement): [number, (body: Writer) => void][] {
  const entries: [number, (body: Writer) => void][] = [];
  const { notNull, stringPrefix, numberMin, numberMax, lengthMin, lengthMax } = refinement;
  if (notNull) entries.push([1, (body) => body.bool(false)]);
  if (stringPrefix) entries.push([2, (body) => body.string(cutPrefix(stringPrefix))]);
  if (numberMin) entries.push([3, (body) => writeBound(body, numberMin)]);
  if (numberMax) entries.push([4, (body) => writeBound(body, numberMax)]);
  if (lengthMin) entries.push([5, (body) => body.integer(BigInt(lengthMin))]);
  if (lengthMax !== undefined) entries.push([6, (body) => body.integer(BigInt(lengthMax))]);
  return entries;
}

function cutPrefix(prefix: string): string {
  let cut = "";
  for (const character of prefix) {
    if (Buffer.byteLength(cut + character) > MAX_PREFIX_BYTES) break;
    cut += character;
  }
  return cut;
}

function writeBound(body: Writer, bound: NumberBound): void {
  body.arrayHeader(2);
  writeNumber(body, bound.value);
  body.bool(bound.inclusive);
}

/** Reads an unknown value: any extension is one, and statements that this version does not know are passed over. */
export function readUnknown(type: number, body: Uint8Array): Unknown {
  if (type !== REFINED || body.length <= 1) return unknown;
  const reader = new Reader(body);
  const header = reader.next();
  if (header.kind !== "map") throw new WireError("an unknown value carries statements that are no map");
  const refinement: { -readonly [K in keyof Refinement]: Refinement[K] } = {};
  for (let index = 0; index < header.size; index++) {
    const key = reader.next();
    if (key.kind !== "integer") throw new WireError("an unknown value carries a statement without a number");
    const value = reader.next();
    switch (Number(key.value)) {
      case 1:
        if (value.kind === "bool" && !value.value) refinement.notNull = true;
        break;
      case 2:
        if (value.kind === "string") refinement.stringPrefix = value.value;
        break;
      case 3:
        refinement.numberMin = readBound(reader, value);
        break;
      case 4:
        refinement.numberMax = readBound(reader, value);
        break;
      case 5:
        if (value.kind === "integer") refinement.lengthMin = Number(value.value);
        break;
      case 6:
        if (value.kind === "integer") refinement.lengthMax = Number(value.value);
        break;
      default:
        skip(reader, value);
    }
  }
  return new Unknown(refinement);
}

function readBound(reader: Reader, header: Token): NumberBound {
  if (header.kind !== "array" || header.size !== 2)
    throw new WireError("a bound of an unknown number is no pair");
  const value = tokenNumber(reader.next());
  const inclusive = reader.next();
  if (value === undefined || inclusive.kind !== "bool")
    throw new WireError("a bound of an unknown number is no pair");
  return { value, inclusive: inclusive.value };
}

/** The number that a token stands for, `undefined` when it is no number. */
export function tokenNumber(token: Token): NumberValue | undefined {
  if (token.kind === "integer" || token.kind === "string") return parseNumber(String(token.value));
  if (token.kind !== "float") return undefined;
  if (Number.isNaN(token.value)) throw new WireError("a number is required, not NaN");
  return Number.isFinite(token.value) ? parseNumber(floatText(token.value)) : token.value;
}

const floatText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(value);

function skip(reader: Reader, token: Token): void {
  let open = openItems(token);
  while (open > 0) open += openItems(reader.next()) - 1;
}

function openItems(token: Token): number {
  if (token.kind === "array") return token.size;
  return token.kind === "map" ? token.size * 2 : 0;
}
