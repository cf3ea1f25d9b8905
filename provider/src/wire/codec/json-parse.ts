import { type NumberValue, parseNumber } from "../decimal.js";
import { WireError } from "../errors.js";
import { MAX_DEPTH } from "../limits.js";

/** A JSON document with every digit of its numbers. Objects are maps, so that no name is a special one. */
export type JsonValue = null | boolean | string | NumberValue | readonly JsonValue[] | JsonObject;

/** A JSON object by name, in the order of the text. */
export interface JsonObject extends ReadonlyMap<string, JsonValue> {}

/**
 * Reads JSON without losing digits, which `JSON.parse` does beyond 2^53 and behind the 17th digit. Of a name that
 * stands twice in an object the last one counts.
 *
 * @throws WireError with the offset in UTF-16 units, when the text is no JSON, nests more than 512 deep, or holds a
 * number of more than 10,000 digits. The message holds nothing of the text.
 *
 * @example
 * parseJson('{"n": 9007199254740993}'); // Map { "n" => Decimal 9007199254740993 }
 */
export function parseJson(text: string): JsonValue {
  const parser = new JsonParser(text);
  return parser.parse();
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Longer numbers are beyond a decimal's digits anyway; a pattern is never run over text of any length. */
const MAX_NUMBER_LENGTH = 30_000;

class JsonParser {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): JsonValue {
    const value = this.#value(0);
    this.#skipBlanks();
    if (this.#offset < this.#text.length) throw this.#error("nothing may follow the value");
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw this.#error(`a value nests more than ${MAX_DEPTH} deep`);
    this.#skipBlanks();
    switch (this.#text[this.#offset]) {
      case "{":
        return this.#object(depth + 1);
      case "[":
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      case "t":
        return this.#literal("true", true);
      case "f":
        return this.#literal("false", false);
      case "n":
        return this.#literal("null", null);
      default:
        return this.#number();
    }
  }

  #object(depth: number): JsonObject {
    const object = new Map<string, JsonValue>();
    this.#offset++;
    if (this.#found("}")) return object;
    do {
      this.#skipBlanks();
      if (this.#text[this.#offset] !== '"') throw this.#error("a name in quotes is required");
      const name = this.#string();
      if (!this.#found(":")) throw this.#error("a colon is required");
      object.set(name, this.#value(depth));
    } while (this.#found(","));
    if (!this.#found("}")) throw this.#error("a comma or the end of the object is required");
    return object;
  }

  #array(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#offset++;
    if (this.#found("]")) return items;
    do {
      items.push(this.#value(depth));
    } while (this.#found(","));
    if (!this.#found("]")) throw this.#error("a comma or the end of the array is required");
    return items;
  }

  #string(): string {
    const start = this.#offset;
    let escaped = false;
    let end = start + 1;
    for (let unit = this.#text.charCodeAt(end); unit !== QUOTE; unit = this.#text.charCodeAt(end)) {
      // Also false for NaN, the end of the text.
      if (!(unit >= SPACE)) throw this.#error("a string is not closed, or holds a control character");
      if (unit === BACKSLASH) escaped = true;
      end += unit === BACKSLASH ? 2 : 1;
    }
    const text = escaped ? this.#unescape(start, end + 1) : this.#text.slice(start + 1, end);
    this.#offset = end + 1;
    return text;
  }

  #unescape(start: number, end: number): string {
    try {
      return String(JSON.parse(this.#text.slice(start, end)));
    } catch {
      throw this.#error("a string holds an escape that JSON does not know");
    }
  }

  #number(): NumberValue {
    let end = this.#offset;
    while ("0123456789+-.eE".includes(this.#text.charAt(end)) && end < this.#text.length) end++;
    if (end - this.#offset > MAX_NUMBER_LENGTH) throw this.#error("a number is too long");
    const token = this.#text.slice(this.#offset, end);
    if (!numberPattern.test(token)) throw this.#error("a JSON value is required");
    try {
      const value = parseNumber(token);
      this.#offset = end;
      return value;
    } catch (error) {
      throw error instanceof WireError ? this.#error(error.reason) : error;
    }
  }

  #literal<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#offset)) throw this.#error("a JSON value is required");
    this.#offset += word.length;
    return value;
  }

  #found(character: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#offset] !== character) return false;
    this.#offset++;
    return true;
  }

  #skipBlanks(): void {
    while (" \t\n\r".includes(this.#text.charAt(this.#offset)) && this.#offset < this.#text.length)
      this.#offset++;
  }

  #error(reason: string): WireError {
    return new WireError(`no valid JSON at offset ${this.#offset}: ${reason}`);
  }
}
