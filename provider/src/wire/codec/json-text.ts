import { type NumberValue, parseNumber } from "../decimal.js";
import { WireError } from "../errors.js";
import { MAX_DEPTH } from "../limits.js";

/** A JSON text as values: numbers keep every digit, and objects are maps, so that every name is an ordinary one. */
export type JsonValue = null | boolean | string | NumberValue | readonly JsonValue[] | JsonObject;
export interface JsonObject extends ReadonlyMap<string, JsonValue> {}

const whitespace = /[ \t\n\r]*/y;
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// A string without its escapes resolved; JSON.parse then resolves them.
const stringText = /"(?:[^"\\]|\\.)*"/sy;
const literals = new Map<string, null | boolean>([
  ["null", null],
  ["true", true],
  ["false", false],
]);

/**
 * Reads a JSON text. `JSON.parse` would round numbers, which a state must not.
 *
 * @throws WireError with the offset of the first character that does not belong there.
 */
export function parseJson(text: string): JsonValue {
  const parser = new Parser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

class Parser {
  #offset = 0;

  constructor(readonly text: string) {}

  value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw new WireError(`a JSON text nests more than ${MAX_DEPTH} deep`);
    this.#match(whitespace);
    const next = this.text[this.#offset];
    if (next === "{") return this.#object(depth);
    if (next === "[") return this.#array(depth);
    if (next === '"') return this.#string();
    for (const [literal, meaning] of literals) {
      if (this.text.startsWith(literal, this.#offset)) {
        this.#offset += literal.length;
        return meaning;
      }
    }
    const number = this.#match(numberText);
    if (number === undefined) throw this.#unexpected();
    return parseNumber(number);
  }

  end(): void {
    this.#match(whitespace);
    if (this.#offset < this.text.length) throw this.#unexpected();
  }

  #object(depth: number): JsonObject {
    const object = new Map<string, JsonValue>();
    this.#items("}", () => {
      const name = this.#string();
      this.#match(whitespace);
      this.#expect(":");
      object.set(name, this.value(depth + 1));
    });
    return object;
  }

  #array(depth: number): JsonValue[] {
    const array: JsonValue[] = [];
    this.#items("]", () => array.push(this.value(depth + 1)));
    return array;
  }

  #items(close: string, item: () => void): void {
    this.#offset += 1;
    this.#match(whitespace);
    if (this.text[this.#offset] === close) {
      this.#offset += 1;
      return;
    }
    for (;;) {
      this.#match(whitespace);
      item();
      this.#match(whitespace);
      if (this.text[this.#offset] === close) break;
      this.#expect(",");
    }
    this.#offset += 1;
  }

  #string(): string {
    const start = this.#offset;
    const quoted = this.#match(stringText);
    try {
      if (quoted !== undefined) return JSON.parse(quoted) as string;
    } catch {
      // An escape or a control character that JSON does not know: reported below.
    }
    this.#offset = start;
    throw this.#unexpected();
  }

  #expect(character: string): void {
    if (this.text[this.#offset] !== character) throw this.#unexpected();
    this.#offset += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) this.#offset += match.length;
    return match;
  }

  #unexpected(): WireError {
    return new WireError(`the text is no JSON: it breaks at character ${this.#offset}`);
  }
}
