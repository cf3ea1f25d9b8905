/**
 * A value that shows itself only when asked.
 *
 * @example
 * ```ts
 * import { Secret } from "@safetyculture-tokens/sdk/secret";
 *
 * const secret = new Secret("scapi_example");
 * console.log(`${secret}`); // [secret]
 * console.log(secret.fingerprint()); // 16 hexadecimal digits
 * ```
 *
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto";

const HIDDEN = "[secret]";
const FINGERPRINT_DOMAIN = "safetyculture-tokens/secret-fingerprint/v1\0";

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/**
 * A credential. String conversion, template literals, JSON, `util.inspect`, `structuredClone` and loggers show
 * `[secret]` or nothing at all; only {@link Secret.reveal} gives the value.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * const { token, secret } = await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * console.log(token.id, secret); // the id, and [secret]
 * process.env["POWER_BI_TOKEN"] = secret.reveal();
 * ```
 */
export class Secret {
  readonly #value: string;

  /** Holds `value`. @param value - The credential itself. */
  constructor(value: string) {
    if (typeof value !== "string") throw new TypeError("a secret must be a string");
    this.#value = value;
    Object.freeze(this);
  }

  /** The value itself. Hand it to its destination at once; do not keep it. */
  reveal(): string {
    return this.#value;
  }

  /**
   * A short name of the value that tells it from others and does not lead back to it: the first 16 hexadecimal
   * digits of SHA-256 over `safetyculture-tokens/secret-fingerprint/v1`, a zero byte and the value. It stays the same
   * from version to version, so it may be stored.
   */
  fingerprint(): string {
    return digest(FINGERPRINT_DOMAIN + this.#value)
      .toString("hex")
      .slice(0, 16);
  }

  /** Whether both hold the same value. Takes the same time wherever they differ. */
  equals(other: Secret | string): boolean {
    const value = typeof other === "string" ? other : other.#value;
    return timingSafeEqual(digest(this.#value), digest(value));
  }

  /** `[secret]`. */
  toString(): string {
    return HIDDEN;
  }

  /** `[secret]`. */
  toJSON(): string {
    return HIDDEN;
  }

  /** `[secret]`. */
  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  /** `[secret]`. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return HIDDEN;
  }
}
