import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNumbers, Decimal, parseNumber, WireError } from "../../../provider/src/wire/index.js";
import { anyNumber, runs } from "./arbitraries.js";

describe("a decimal number", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["0.000", "0"],
    ["0e999999999", "0"],
    ["+7", "7"],
    ["007", "7"],
    ["1.50", "1.5"],
    ["1.50e3", "1500"],
    ["-12.5e-3", "-0.0125"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1E2", "100"],
    ["9007199254740993", "9007199254740993"],
    ["3.14159265358979323846264338", "3.14159265358979323846264338"],
    ["1e300", "1e300"],
    ["-12.34e-200", "-1.234e-199"],
  ])("of %s has the one text %s", (text, canonical) => {
    expect(Decimal.from(text).text).toBe(canonical);
    expect(String(Decimal.from(text))).toBe(canonical);
    expect(Decimal.from(canonical).text).toBe(canonical);
  });

  it.each([
    "",
    ".",
    "-",
    "e5",
    "1e",
    "1e+",
    "0x10",
    "1_000",
    " 1",
    "1 ",
    "NaN",
    "Infinity",
    "1.2.3",
    "--1",
  ])("is not %j", (text) => {
    expect(() => Decimal.from(text)).toThrow(WireError);
  });

  it.each([
    "1e999999999",
    "-1e999999999",
    "1e-999999999",
    `1e${"9".repeat(400)}`,
    "1e10001",
    "9".repeat(10_001),
    `0.${"3".repeat(10_001)}`,
    "9".repeat(1_000_000),
  ])("of too many digits is refused, not expanded", (text) => {
    expect(() => Decimal.from(text)).toThrow(WireError);
  });

  it("may have 10,000 digits", () => {
    expect(Decimal.from("1e9999").toPlainText()).toBe(`1${"0".repeat(9999)}`);
    expect(Decimal.from("1e-10000").toPlainText()).toBe(`0.${"0".repeat(9999)}1`);
    expect(Decimal.from("9".repeat(10_000)).toPlainText()).toHaveLength(10_000);
  });

  it("does not tell its digits when it is refused", () => {
    expect(() => Decimal.from("12345secret")).toThrow(/^a decimal number is required$/);
  });

  it("equals another one by value", () => {
    expect(Decimal.from("1.50").equals(Decimal.from("15e-1"))).toBe(true);
    expect(Decimal.from("1.5").equals(Decimal.from("-1.5"))).toBe(false);
    expect(Decimal.from("1e300")).not.toEqual(Decimal.from("1e301"));
  });

  it("is the same number in plain digits", () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        fc.pre(value instanceof Decimal);
        const decimal = Decimal.from(String(value));
        const plain = decimal.toPlainText();
        expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Decimal.from(plain).equals(decimal)).toBe(true);
      }),
      runs(200),
    );
  });
});

describe("a number by its text", () => {
  it.each([
    ["0", 0],
    ["-0", 0],
    ["1.0", 1],
    ["1e3", 1000],
    ["0.1", 0.1],
    ["1.5", 1.5],
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["5e-324", 5e-324],
    ["123456789012345.5", 123456789012345.5],
  ])("is a JavaScript number for %s, which is exact", (text, expected) => {
    expect(Object.is(parseNumber(text), expected)).toBe(true);
  });

  it.each([
    "9007199254740992",
    "9007199254740993",
    "9007199254740992.5",
    "9007199254740990.5",
    "0.1000000000000000055511151231257827021181583404541015625",
    "3.14159265358979323846264338",
    "1e300",
    "1e309",
    "1e-400",
    "12345678901234567890",
  ])("is a decimal for %s, which no JavaScript number holds", (text) => {
    const value = parseNumber(text);
    expect(value).toBeInstanceOf(Decimal);
    expect(String(value)).toBe(Decimal.from(text).text);
  });
});

describe("the order of numbers", () => {
  it.each([
    [1, 2],
    [-2, -1],
    [-1, 0],
    [0, Decimal.from("1e-300")],
    [Decimal.from("-1e300"), Decimal.from("-1e299")],
    [9007199254740991, Decimal.from("9007199254740993")],
    [Decimal.from("9007199254740993"), Decimal.from("9007199254740993.01")],
    [0.1, Decimal.from("0.1000000000000000000001")],
    [-Infinity, Decimal.from("-1e5000")],
    [Decimal.from("1e5000"), Infinity],
  ])("has %s before %s", (less, greater) => {
    expect(compareNumbers(less, greater)).toBeLessThan(0);
    expect(compareNumbers(greater, less)).toBeGreaterThan(0);
    expect(compareNumbers(less, less)).toBe(0);
    expect(compareNumbers(greater, greater)).toBe(0);
  });

  it("is the order of JavaScript for its numbers", () => {
    const number = fc.double({ noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(Math.sign(compareNumbers(a, b)) + 0).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
      runs(500),
    );
  });
});
