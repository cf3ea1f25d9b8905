const MAX_UINT32 = 0xffff_ffff;

/** Writes MessagePack in its smallest forms, as Terraform's own encoder does. */
export class Writer {
  #buffer = Buffer.allocUnsafe(256);
  #length = 0;

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  nil(): void {
    this.#byte(0xc0);
  }

  bool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** An integer of at most 64 bits. */
  integer(value: bigint): void {
    if (value < 0n) this.#negative(value);
    else if (value < 0x80n) this.#byte(Number(value));
    else if (value <= 0xffn) this.#uint(0xcc, 1, Number(value));
    else if (value <= 0xffffn) this.#uint(0xcd, 2, Number(value));
    else if (value <= BigInt(MAX_UINT32)) this.#uint(0xce, 4, Number(value));
    else {
      const at = this.#reserve(9);
      this.#buffer[at] = 0xcf;
      this.#buffer.writeBigUInt64BE(value, at + 1);
    }
  }

  float64(value: number): void {
    const at = this.#reserve(9);
    this.#buffer[at] = 0xcb;
    this.#buffer.writeDoubleBE(value, at + 1);
  }

  string(text: string): void {
    const size = Buffer.byteLength(text, "utf8");
    if (size < 32) this.#byte(0xa0 | size);
    else this.#sized(size, 0xd9, 0xda, 0xdb);
    const at = this.#reserve(size);
    this.#buffer.write(text, at, "utf8");
  }

  binary(bytes: Uint8Array): void {
    this.#sized(bytes.length, 0xc4, 0xc5, 0xc6);
    this.#append(bytes);
  }

  arrayHeader(size: number): void {
    if (size < 16) this.#byte(0x90 | size);
    else this.#sized(size, undefined, 0xdc, 0xdd);
  }

  mapHeader(size: number): void {
    if (size < 16) this.#byte(0x80 | size);
    else this.#sized(size, undefined, 0xde, 0xdf);
  }

  extension(type: number, body: Uint8Array): void {
    const fixed = [1, 2, 4, 8, 16].indexOf(body.length);
    if (fixed >= 0) this.#byte(0xd4 + fixed);
    else this.#sized(body.length, 0xc7, 0xc8, 0xc9);
    this.#byte(type);
    this.#append(body);
  }

  #negative(value: bigint): void {
    if (value >= -32n) this.#byte(Number(value) & 0xff);
    else if (value >= -0x80n) this.#uint(0xd0, 1, Number(value) & 0xff);
    else if (value >= -0x8000n) this.#uint(0xd1, 2, Number(value) & 0xffff);
    else if (value >= -0x8000_0000n) this.#uint(0xd2, 4, Number(value) >>> 0);
    else {
      const at = this.#reserve(9);
      this.#buffer[at] = 0xd3;
      this.#buffer.writeBigInt64BE(value, at + 1);
    }
  }

  #sized(size: number, tag8: number | undefined, tag16: number, tag32: number): void {
    if (tag8 !== undefined && size <= 0xff) this.#uint(tag8, 1, size);
    else if (size <= 0xffff) this.#uint(tag16, 2, size);
    else this.#uint(tag32, 4, size);
  }

  #uint(tag: number, width: 1 | 2 | 4, value: number): void {
    const at = this.#reserve(1 + width);
    this.#buffer[at] = tag;
    this.#buffer.writeUIntBE(value, at + 1, width);
  }

  #byte(value: number): void {
    const at = this.#reserve(1);
    this.#buffer[at] = value;
  }

  #append(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** Makes room and returns where it starts. The buffer may be another one afterwards. */
  #reserve(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#length, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, at);
      this.#buffer = grown;
    }
    return at;
  }
}
