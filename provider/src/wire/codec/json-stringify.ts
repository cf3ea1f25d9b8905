import { Decimal } from "../decimal.js";
import type { JsonObject, JsonValue } from "./json-parse.js";

/**
 * Writes a JSON document that {@link parseJson} has read, with every digit of its numbers.
 *
 * @example
 * stringifyJson(new Map([["n", Decimal.from("9007199254740993")]])); // {"n":9007199254740993}
 */
export function stringifyJson(json: JsonValue): string {
  if (json instanceof Decimal) return json.text;
  if (Array.isArray(json)) return `[${json.map(stringifyJson).join(",")}]`;
  if (json instanceof Map) {
    const members = [...(json as JsonObject)].map(
      ([name, value]) => `${JSON.stringify(name)}:${stringifyJson(value)}`,
    );
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(json);
}
