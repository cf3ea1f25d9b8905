const INITIAL_BYTES = 256;

/** Writes MessagePack items one after the other, each in its shortest form. */
export class MsgpackWriter {
  #buffer = Buffer.allocUnsafe(INITIAL_BYTES);
  #length = 0;

  /** The message so far, as a copy of its own. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(0, this.#length));
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  writeNil(): void {
    this.#byte(0xc0);
  }

  writeBool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** An integer from -2^63 to 2^64 - 1. */
  writeInteger(value: number | bigint): void {
    if (value >= 0) this.#writeUnsigned(value);
    else this.#writeNegative(value);
  }

  writeFloat(value: number): void {
    const at = this.#coded(0xcb, 8);
    this.#buffer.writeDoubleBE(value, at);
  }

  writeString(text: string): void {
    const length = Buffer.byteLength(text);
    if (length < 0x20) this.#byte(0xa0 | length);
    else this.#sized(length, 0xd9, 0xda, 0xdb);
    const at = this.#reserve(length);
    this.#buffer.write(text, at);
  }

  writeBinary(bytes: Uint8Array): void {
    this.#sized(bytes.length, 0xc4, 0xc5, 0xc6);
    this.writeRaw(bytes);
  }

  /** Announces the number of items that follow. */
  writeArrayHeader(count: number): void {
    if (count < 0x10) this.#byte(0x90 | count);
    else this.#sized(count, undefined, 0xdc, 0xdd);
  }

  /** Announces the number of pairs that follow. */
  writeMapHeader(count: number): void {
    if (count < 0x10) this.#byte(0x80 | count);
    else this.#sized(count, undefined, 0xde, 0xdf);
  }

  writeExtension(type: number, body: Uint8Array): void {
    const power = Math.log2(body.length);
    if (body.length <= 16 && Number.isInteger(power)) this.#byte(0xd4 + power);
    else this.#sized(body.length, 0xc7, 0xc8, 0xc9);
    this.#byte(type & 0xff);
    this.writeRaw(body);
  }

  /** Bytes that are MessagePack already. */
  writeRaw(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#buffer.set(bytes, at);
  }

  #writeUnsigned(value: number | bigint): void {
    if (value < 0x80) this.#byte(Number(value));
    else if (value <= 0xffffffff) this.#sized(Number(value), 0xcc, 0xcd, 0xce);
    else {
      const at = this.#coded(0xcf, 8);
      this.#buffer.writeBigUInt64BE(BigInt(value), at);
    }
  }

  #writeNegative(value: number | bigint): void {
    if (value >= -0x20) this.#byte(Number(value) + 0x100);
    else if (value >= -0x80000000) {
      const size = value >= -0x80 ? 1 : value >= -0x8000 ? 2 : 4;
      const at = this.#coded(0xd0 + Math.log2(size), size);
      this.#buffer.writeIntBE(Number(value), at, size);
    } else {
      const at = this.#coded(0xd3, 8);
      this.#buffer.writeBigInt64BE(BigInt(value), at);
    }
  }

  /** A first byte and an unsigned number in the fewest bytes for which there is a first byte. */
  #sized(value: number, code8: number | undefined, code16: number, code32: number): void {
    const [code, size] =
      code8 !== undefined && value <= 0xff ? [code8, 1] : value <= 0xffff ? [code16, 2] : [code32, 4];
    const at = this.#coded(code, size);
    this.#buffer.writeUIntBE(value, at, size);
  }

  /** Writes a first byte and makes room behind it; answers where the room is. */
  #coded(code: number, size: number): number {
    this.#byte(code);
    return this.#reserve(size);
  }

  #byte(value: number): void {
    const at = this.#reserve(1);
    this.#buffer[at] = value;
  }

  /** Makes room and answers where it is. It may move the buffer: take the place first, then the buffer. */
  #reserve(size: number): number {
    const start = this.#length;
    this.#length += size;
    if (this.#length > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#length, 2 * this.#buffer.length));
      grown.set(this.#buffer.subarray(0, start));
      this.#buffer = grown;
    }
    return start;
  }
}
