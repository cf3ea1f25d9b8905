import { createHash, hash, randomBytes } from "node:crypto";

/**
 * Where ids and secrets come from: a stream of bytes that depends on a key alone.
 *
 * The same seed number gives the same ids and secrets in the same order. Without one the key is random.
 */
export class Entropy {
  readonly #key: Buffer;
  #drawn = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The key of a seed number, or a random one. */
  static key(seedNumber?: number): Buffer {
    return seedNumber === undefined
      ? randomBytes(32)
      : createHash("sha256").update(`seed ${seedNumber}`).digest();
  }

  /** How many values were drawn; with the seed number it fixes what comes next. */
  get drawn(): number {
    return this.#drawn;
  }

  /** Goes on after the given number of values. */
  skipTo(drawn: number): void {
    this.#drawn = drawn;
  }

  /** A UUID of version 4. */
  uuid(): string {
    const bytes = this.#bytes();
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString("hex", 0, 16);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /** `user_` and 32 hexadecimal digits. */
  userId(): string {
    return `user_${this.#bytes().toString("hex", 0, 16)}`;
  }

  /** `role_` and 32 hexadecimal digits, as organizations have. */
  organizationId(): string {
    return `role_${this.#bytes().toString("hex", 0, 16)}`;
  }

  /** `scapi_` and 48 URL-safe characters. */
  secret(): string {
    return `scapi_${this.#bytes().toString("base64url", 0, 36)}`;
  }

  #bytes(): Buffer {
    this.#drawn += 1;
    return createHash("sha512").update(this.#key).update(`#${this.#drawn}`).digest();
  }
}

/** The only form in which a secret is kept. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret);
}
