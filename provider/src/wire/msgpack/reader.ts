import { WireError } from "../errors.js";

/** The next token of a MessagePack text: a scalar, the header of a collection, or an extension. */
export type Token =
  | { readonly kind: "nil" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "binary"; readonly value: Buffer }
  | { readonly kind: "array"; readonly size: number }
  | { readonly kind: "map"; readonly size: number }
  | { readonly kind: "extension"; readonly type: number; readonly body: Buffer };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads MessagePack token by token. A length that the bytes cannot hold is refused before anything is allocated. */
export class Reader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.#offset === this.#bytes.length;
  }

  next(): Token {
    const tag = this.#uint(1);
    if (tag < 0x80) return { kind: "integer", value: BigInt(tag) };
    if (tag < 0x90) return this.#collection("map", tag & 0x0f);
    if (tag < 0xa0) return this.#collection("array", tag & 0x0f);
    if (tag < 0xc0) return this.#string(tag & 0x1f);
    if (tag >= 0xe0) return { kind: "integer", value: BigInt(tag - 0x100) };
    return this.#tagged(tag);
  }

  #tagged(tag: number): Token {
    switch (tag) {
      case 0xc0:
        return { kind: "nil" };
      case 0xc2:
      case 0xc3:
        return { kind: "bool", value: tag === 0xc3 };
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return { kind: "binary", value: this.#take(this.#uint(width(tag - 0xc4))) };
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return this.#extension(this.#uint(width(tag - 0xc7)));
      case 0xca:
        return { kind: "float", value: this.#take(4).readFloatBE() };
      case 0xcb:
        return { kind: "float", value: this.#take(8).readDoubleBE() };
      case 0xcc:
      case 0xcd:
      case 0xce:
        return { kind: "integer", value: BigInt(this.#uint(width(tag - 0xcc))) };
      case 0xcf:
        return { kind: "integer", value: this.#take(8).readBigUInt64BE() };
      case 0xd0:
      case 0xd1:
      case 0xd2: {
        const size = width(tag - 0xd0);
        return { kind: "integer", value: BigInt(this.#take(size).readIntBE(0, size)) };
      }
      case 0xd3:
        return { kind: "integer", value: this.#take(8).readBigInt64BE() };
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return this.#extension(2 ** (tag - 0xd4));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#string(this.#uint(width(tag - 0xd9)));
      case 0xdc:
      case 0xdd:
        return this.#collection("array", this.#uint(tag === 0xdc ? 2 : 4));
      case 0xde:
      case 0xdf:
        return this.#collection("map", this.#uint(tag === 0xde ? 2 : 4));
      default:
        throw new WireError(`the bytes are no MessagePack: tag 0x${tag.toString(16)} has no meaning`);
    }
  }

  #collection(kind: "array" | "map", size: number): Token {
    const least = kind === "map" ? size * 2 : size;
    if (least > this.#bytes.length - this.#offset) throw truncated();
    return { kind, size };
  }

  #string(size: number): Token {
    const bytes = this.#take(size);
    try {
      return { kind: "string", value: decoder.decode(bytes) };
    } catch {
      throw new WireError("a string is not UTF-8");
    }
  }

  #extension(size: number): Token {
    const type = this.#take(1).readInt8();
    return { kind: "extension", type, body: this.#take(size) };
  }

  #uint(size: 1 | 2 | 4): number {
    return this.#take(size).readUIntBE(0, size);
  }

  #take(size: number): Buffer {
    const end = this.#offset + size;
    if (end > this.#bytes.length) throw truncated();
    const bytes = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return bytes;
  }
}

const width = (exponent: number): 1 | 2 | 4 => (exponent === 0 ? 1 : exponent === 1 ? 2 : 4);

const truncated = (): WireError => new WireError("the bytes end before the value does");
