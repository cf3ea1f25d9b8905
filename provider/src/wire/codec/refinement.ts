import { compareNumbers } from "../decimal.js";
import { WireError } from "../errors.js";
import { MsgpackReader } from "../msgpack/reader.js";
import { MsgpackWriter } from "../msgpack/writer.js";
import { normalizeText } from "../text.js";
import type { Type } from "../type.js";
import { type NumberBound, type Refinement, Unknown, unknown, unknownNotNull } from "../value.js";
import { readNumber, writeNumber } from "./number.js";

/** The extension type of an unknown value about which something is certain. */
const REFINED = 12;
/** Terraform refuses a longer description of an unknown value. */
const MAX_BODY_BYTES = 1024;
const MAX_PREFIX_BYTES = 256;

const NULLNESS = 1;
const STRING_PREFIX = 2;
const NUMBER_MIN = 3;
const NUMBER_MAX = 4;
const LENGTH_MIN = 5;
const LENGTH_MAX = 6;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads an extension item as an unknown value, whatever its number: newer versions of Terraform may use others. The
 * statements of a refined unknown are kept as far as they are known here.
 */
export function readUnknown(reader: MsgpackReader): Unknown {
  const { type, body } = reader.readExtension();
  if (type !== REFINED || body.length <= 1) return unknown;
  if (body.length > MAX_BODY_BYTES)
    throw new WireError("an unknown value is described in more than 1024 bytes");
  const refinement = readRefinement(new MsgpackReader(body));
  const keys = Object.keys(refinement);
  if (keys.length === 0) return unknown;
  return keys.length === 1 && refinement.notNull === true ? unknownNotNull : new Unknown(refinement);
}

function readRefinement(reader: MsgpackReader): Refinement {
  const refinement: Mutable<Refinement> = {};
  for (let count = reader.readMapHeader(); count > 0; count--) {
    switch (reader.readInteger()) {
      case NULLNESS:
        // Terraform sends a value that is certainly null as null, so only `false` says something here.
        if (!reader.readBool()) refinement.notNull = true;
        break;
      case STRING_PREFIX:
        refinement.stringPrefix = normalizeText(reader.readString());
        break;
      case NUMBER_MIN:
        refinement.numberMin = readBound(reader);
        break;
      case NUMBER_MAX:
        refinement.numberMax = readBound(reader);
        break;
      case LENGTH_MIN:
        refinement.lengthMin = readLength(reader);
        break;
      case LENGTH_MAX:
        refinement.lengthMax = readLength(reader);
        break;
      default:
        reader.skip();
    }
  }
  return refinement;
}

function readBound(reader: MsgpackReader): NumberBound {
  if (reader.readArrayHeader() !== 2) throw new WireError("a limit of an unknown number is not a pair");
  const value = readNumber(reader);
  return { value, inclusive: reader.readBool() };
}

function readLength(reader: MsgpackReader): number {
  const length = reader.readInteger();
  if (typeof length === "bigint" || length < 0) throw new WireError("a limit of a length is out of range");
  return length;
}

/**
 * Writes an unknown value of a type with what is certain about it. Statements that do not fit the type are left out,
 * as are those that would make the description longer than Terraform reads.
 *
 * @throws WireError when a limit is no possible one.
 */
export function writeUnknown(writer: MsgpackWriter, value: Unknown, type: Type): void {
  const statements: Uint8Array[] = [];
  let length = 1;
  for (const [key, write] of statementsOf(value.refinement ?? {}, type)) {
    const statement = new MsgpackWriter();
    statement.writeInteger(key);
    write(statement);
    if (length + statement.length > MAX_BODY_BYTES) continue;
    statements.push(statement.bytes());
    length += statement.length;
  }
  if (statements.length === 0) {
    writer.writeExtension(0, new Uint8Array(1));
    return;
  }
  const body = new MsgpackWriter();
  body.writeMapHeader(statements.length);
  for (const statement of statements) body.writeRaw(statement);
  writer.writeExtension(REFINED, body.bytes());
}

type Statement = [key: number, write: (writer: MsgpackWriter) => void];

function statementsOf(refinement: Refinement, type: Type): Statement[] {
  const statements: Statement[] = [];
  if (type === "dynamic") return statements;
  if (refinement.notNull === true) statements.push([NULLNESS, (writer) => writer.writeBool(false)]);
  if (type === "string") statements.push(...prefixStatements(refinement.stringPrefix ?? ""));
  if (type === "number") statements.push(...boundStatements(refinement));
  if (typeof type !== "string" && ("list" in type || "set" in type || "map" in type)) {
    statements.push(...lengthStatements(refinement));
  }
  return statements;
}

function prefixStatements(prefix: string): Statement[] {
  const text = cutToBytes(normalizeText(prefix), MAX_PREFIX_BYTES);
  return text === "" ? [] : [[STRING_PREFIX, (writer) => writer.writeString(text)]];
}

function boundStatements({ numberMin, numberMax }: Refinement): Statement[] {
  const statements: Statement[] = [];
  if (numberMin && numberMax && compareNumbers(numberMin.value, numberMax.value) > 0) {
    throw new WireError("the least possible number of an unknown is greater than the greatest");
  }
  for (const [key, bound] of [
    [NUMBER_MIN, numberMin],
    [NUMBER_MAX, numberMax],
  ] as const) {
    if (bound === undefined || Math.abs(Number(bound.value)) === Number.POSITIVE_INFINITY) continue;
    statements.push([
      key,
      (writer) => {
        writer.writeArrayHeader(2);
        writeNumber(writer, bound.value);
        writer.writeBool(bound.inclusive);
      },
    ]);
  }
  return statements;
}

function lengthStatements({ lengthMin = 0, lengthMax }: Refinement): Statement[] {
  const statements: Statement[] = [];
  for (const length of [lengthMin, lengthMax ?? lengthMin]) {
    if (!Number.isSafeInteger(length) || length < 0 || length < lengthMin) {
      throw new WireError("the limits of the length of an unknown are no possible ones");
    }
  }
  if (lengthMin > 0) statements.push([LENGTH_MIN, (writer) => writer.writeInteger(lengthMin)]);
  if (lengthMax !== undefined) statements.push([LENGTH_MAX, (writer) => writer.writeInteger(lengthMax)]);
  return statements;
}

/** The longest start of a text in at most this many bytes of UTF-8, cut between characters. */
function cutToBytes(text: string, bytes: number): string {
  let used = 0;
  let cut = "";
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    cut += character;
  }
  return cut;
}
