import { WireError } from "./errors.js";

/** A number in Terraform: a JavaScript number only when that is exact (see {@link parseNumber}), else a decimal. */
export type NumberValue = number | Decimal;

/** Most digits before or behind the point. A number of this size has no use; a wrong exponent easily asks for more. */
const MAX_DIGITS = 10_000;
/** Zeros that the canonical text spells out before it turns to an exponent. */
const MAX_ZEROS = 32;

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * An exact decimal number of up to 10,000 digits on either side of the point, for values that no JavaScript number
 * holds.
 *
 * @example
 * Decimal.from("9007199254740993").text; // "9007199254740993"
 * Decimal.from("1.50e3").equals(Decimal.from("1500")); // true
 */
export class Decimal {
  /** The canonical text: equal numbers have equal texts. */
  readonly text: string;
  readonly #negative: boolean;
  /** Significant digits without zeros at either end; "0" for zero. The number is `digits * 10 ** exponent`. */
  readonly #digits: string;
  readonly #exponent: number;

  private constructor(negative: boolean, digits: string, exponent: number) {
    this.#negative = negative;
    this.#digits = digits;
    this.#exponent = exponent;
    this.text = this.#canonicalText();
  }

  /**
   * Reads a decimal number such as `12`, `-0.5`, `.5` or `1.5e-7`.
   *
   * @throws WireError when the text is no decimal number, or one of more than 10,000 digits.
   */
  static from(text: string): Decimal {
    if (text.length > 3 * MAX_DIGITS) throw new WireError("a number of at most 10000 digits is required");
    const match = decimalPattern.exec(text);
    const whole = match?.[2] ?? "";
    const fraction = match?.[3] ?? "";
    if (match === null || whole.length + fraction.length === 0) {
      throw new WireError("a decimal number is required");
    }
    const all = (whole + fraction).replace(/^0+/, "");
    const digits = trimZerosAtEnd(all);
    if (digits === "") return new Decimal(false, "0", 0);
    const exponent = Number(match[4] ?? 0) - fraction.length + all.length - digits.length;
    if (!(digits.length + exponent <= MAX_DIGITS && -exponent <= MAX_DIGITS)) {
      throw new WireError("a number of at most 10000 digits before and behind the point is required");
    }
    return new Decimal(match[1] === "-", digits, exponent);
  }

  /** Whether both are the same number. */
  equals(other: Decimal): boolean {
    return this.text === other.text;
  }

  /** Negative, zero or positive, as this number is less than, equal to or greater than the other. */
  compare(other: Decimal): number {
    const sign = this.#sign();
    if (sign !== other.#sign()) return sign - other.#sign();
    if (sign === 0) return 0;
    const size = this.#digits.length + this.#exponent - (other.#digits.length + other.#exponent);
    if (size !== 0) return sign * size;
    if (this.#digits === other.#digits) return 0;
    return this.#digits < other.#digits ? -sign : sign;
  }

  /** Whether there are no digits behind the point. */
  isInteger(): boolean {
    return this.#exponent >= 0;
  }

  /** Whether a binary float can hold a number of these digits: twos may divide it, fives may not. */
  isDyadic(): boolean {
    const power = Math.max(0, -this.#exponent);
    // 5 ** 30 has more digits than the 17 of any shortest double.
    return this.#digits.length <= 17 && power < 30 && BigInt(this.#digits) % 5n ** BigInt(power) === 0n;
  }

  /** All digits, without an exponent: up to 20,000 characters. This is how Terraform writes numbers. */
  toPlainText(): string {
    const sign = this.#negative ? "-" : "";
    if (this.#exponent >= 0) return sign + this.#digits + "0".repeat(this.#exponent);
    const digits = this.#digits.padStart(1 - this.#exponent, "0");
    return `${sign}${digits.slice(0, this.#exponent)}.${digits.slice(this.#exponent)}`;
  }

  /** The nearest JavaScript number, which may have lost digits. */
  toNumber(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  #sign(): number {
    if (this.#digits === "0") return 0;
    return this.#negative ? -1 : 1;
  }

  #canonicalText(): string {
    const magnitude = this.#digits.length + this.#exponent - 1;
    if (this.#exponent <= MAX_ZEROS && magnitude >= -MAX_ZEROS) return this.toPlainText();
    const fraction = this.#digits.length > 1 ? `.${this.#digits.slice(1)}` : "";
    return `${this.#negative ? "-" : ""}${this.#digits.charAt(0)}${fraction}e${magnitude}`;
  }
}

/**
 * The number that a decimal text stands for: a JavaScript number when it is a safe integer, or a fraction whose
 * shortest text is the same number (`0.1`, `1.5`); else a {@link Decimal} with every digit.
 *
 * @throws WireError as {@link Decimal.from}.
 */
export function parseNumber(text: string): NumberValue {
  if (/^-?[1-9]\d{0,14}$/.test(text)) return Number(text);
  return narrowNumber(Decimal.from(text));
}

/** A decimal as a JavaScript number when that is exact, by the rule of {@link parseNumber}. */
export function narrowNumber(decimal: Decimal): NumberValue {
  const candidate = decimal.toNumber();
  if (!isExactNumber(candidate) || !Number.isFinite(candidate)) return decimal;
  return Decimal.from(String(candidate)).equals(decimal) ? candidate : decimal;
}

/** Whether a JavaScript number may stand for a Terraform number: not an integer that has already lost digits. */
export function isExactNumber(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : !Number.isNaN(value);
}

/** The canonical text of any number: equal numbers have equal texts. */
export function numberText(value: NumberValue): string {
  if (value instanceof Decimal) return value.text;
  return Number.isFinite(value) ? Decimal.from(String(value)).text : String(value);
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (a === Number.POSITIVE_INFINITY || b === Number.NEGATIVE_INFINITY) return a === b ? 0 : 1;
  if (b === Number.POSITIVE_INFINITY || a === Number.NEGATIVE_INFINITY) return a === b ? 0 : -1;
  return Decimal.from(numberText(a)).compare(Decimal.from(numberText(b)));
}

function trimZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}
