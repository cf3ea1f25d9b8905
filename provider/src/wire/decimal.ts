/** An exact decimal number. */
export class Decimal {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static from(text: string): Decimal {
    return new Decimal(text);
  }

  equals(other: Decimal): boolean {
    return this.text === other.text;
  }

  toString(): string {
    return this.text;
  }
}

export type NumberValue = number | Decimal;

/** The number that a decimal text stands for: a JavaScript number when that is exact, else a {@link Decimal}. */
export function parseNumber(text: string): NumberValue {
  return Decimal.from(text);
}
