import { WireError } from "../errors.js";

/** What the next item of a message is, by its first byte. */
export type ItemKind =
  | "nil"
  | "bool"
  | "integer"
  | "float"
  | "string"
  | "binary"
  | "array"
  | "map"
  | "extension"
  | "invalid";

/** An extension item: a number that names its kind, and bytes. */
export interface Extension {
  readonly type: number;
  readonly body: Uint8Array;
}

// A byte order mark is a character like any other here, and bytes that are no UTF-8 are an error.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Kinds of the first bytes 0xc0 to 0xdf; the rest are ranges. */
const kindsFromC0: readonly ItemKind[] = [
  ...(["nil", "invalid", "bool", "bool", "binary", "binary", "binary"] as const),
  ...(["extension", "extension", "extension", "float", "float"] as const),
  ...(["integer", "integer", "integer", "integer", "integer", "integer", "integer", "integer"] as const),
  ...(["extension", "extension", "extension", "extension", "extension"] as const),
  ...(["string", "string", "string", "array", "array", "map", "map"] as const),
];

/**
 * Reads MessagePack items one after the other. Lengths are checked against the bytes that are there before anything
 * is made from them, so a lying length costs nothing.
 *
 * Every method throws a `WireError` when the next item is not of its kind or is cut off.
 */
export class MsgpackReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes that have not been read yet. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  /** The kind of the next item, which stays unread. */
  peek(): ItemKind {
    const code = this.#bytes[this.#offset];
    if (code === undefined) throw cutOff();
    if (code < 0x80 || code >= 0xe0) return "integer";
    if (code < 0x90) return "map";
    if (code < 0xa0) return "array";
    if (code < 0xc0) return "string";
    return kindsFromC0[code - 0xc0] ?? "invalid";
  }

  readNil(): void {
    this.#expect("nil");
    this.#offset++;
  }

  readBool(): boolean {
    this.#expect("bool");
    return this.#view.getUint8(this.#offset++) === 0xc3;
  }

  /** An integer; a `bigint` only when it is beyond the safe integers. */
  readInteger(): number | bigint {
    this.#expect("integer");
    const code = this.#view.getUint8(this.#take(1));
    if (code < 0x80) return code;
    if (code >= 0xe0) return code - 0x100;
    const size = 1 << (code & 3);
    const at = this.#take(size);
    const signed = code >= 0xd0;
    if (size === 1) return signed ? this.#view.getInt8(at) : this.#view.getUint8(at);
    if (size === 2) return signed ? this.#view.getInt16(at) : this.#view.getUint16(at);
    if (size === 4) return signed ? this.#view.getInt32(at) : this.#view.getUint32(at);
    const big = signed ? this.#view.getBigInt64(at) : this.#view.getBigUint64(at);
    const small = Number(big);
    return Number.isSafeInteger(small) ? small : big;
  }

  readFloat(): number {
    this.#expect("float");
    const code = this.#view.getUint8(this.#take(1));
    return code === 0xca ? this.#view.getFloat32(this.#take(4)) : this.#view.getFloat64(this.#take(8));
  }

  readString(): string {
    this.#expect("string");
    const code = this.#view.getUint8(this.#take(1));
    const length = code < 0xc0 ? code & 0x1f : this.#unsigned(1 << (code - 0xd9));
    const start = this.#take(length);
    try {
      return utf8.decode(this.#bytes.subarray(start, start + length));
    } catch {
      throw new WireError("a string is not UTF-8");
    }
  }

  /** A view of the bytes of a binary item, not a copy. */
  readBinary(): Uint8Array {
    this.#expect("binary");
    const code = this.#view.getUint8(this.#take(1));
    const length = this.#unsigned(1 << (code - 0xc4));
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** The number of items of an array, which follow. */
  readArrayHeader(): number {
    return this.#header("array", 0x0f, 0xdc, 1);
  }

  /** The number of pairs of a map, which follow as key, value, key, value. */
  readMapHeader(): number {
    return this.#header("map", 0x0f, 0xde, 2);
  }

  readExtension(): Extension {
    this.#expect("extension");
    const code = this.#view.getUint8(this.#take(1));
    const length = code >= 0xd4 ? 1 << (code - 0xd4) : this.#unsigned(1 << (code - 0xc7));
    const type = this.#view.getInt8(this.#take(1));
    const start = this.#take(length);
    return { type, body: this.#bytes.subarray(start, start + length) };
  }

  /** Reads over the next item and all that is in it. */
  skip(): void {
    for (let items = 1; items > 0; items--) {
      const kind = this.peek();
      if (kind === "nil") this.readNil();
      else if (kind === "bool") this.readBool();
      else if (kind === "integer") this.readInteger();
      else if (kind === "float") this.readFloat();
      else if (kind === "string") this.readString();
      else if (kind === "binary") this.readBinary();
      else if (kind === "extension") this.readExtension();
      else if (kind === "array") items += this.readArrayHeader();
      else if (kind === "map") items += 2 * this.readMapHeader();
      else throw new WireError("the message holds a byte that starts no MessagePack item");
    }
  }

  #header(kind: "array" | "map", mask: number, long: number, bytesPerItem: number): number {
    this.#expect(kind);
    const code = this.#view.getUint8(this.#take(1));
    const count = code < 0xc0 ? code & mask : this.#unsigned(code === long ? 2 : 4);
    if (count * bytesPerItem > this.remaining) throw cutOff();
    return count;
  }

  #unsigned(size: number): number {
    const at = this.#take(size);
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at);
  }

  #take(length: number): number {
    if (length > this.remaining) throw cutOff();
    const start = this.#offset;
    this.#offset += length;
    return start;
  }

  #expect(kind: ItemKind): void {
    const next = this.peek();
    if (next !== kind) throw new WireError(`${withArticle(kind)} is required, not ${withArticle(next)}`);
  }
}

/** A kind of item for a message: `a string`, `an array`. */
export function withArticle(kind: ItemKind): string {
  if (kind === "nil") return "null";
  if (kind === "invalid") return "an invalid byte";
  return /^[aei]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function cutOff(): WireError {
  return new WireError("the message ends too early");
}
