import type { Type } from "../type.js";
import type { NumberValue, Value } from "../value.js";

export type JsonValue = null | boolean | string | NumberValue | readonly JsonValue[] | JsonObject;
export interface JsonObject extends ReadonlyMap<string, JsonValue> {}

export interface DecodeJsonOptions {
  readonly ignoreExtraAttributes?: boolean;
  readonly missingAttributesNull?: boolean;
}

export function parseJson(_text: string): JsonValue {
  throw new Error("not written yet");
}

export function decodeJson(_text: string, _type: Type, _options?: DecodeJsonOptions): Value {
  throw new Error("not written yet");
}

export function encodeJson(_value: Value, _type: Type): string {
  throw new Error("not written yet");
}
