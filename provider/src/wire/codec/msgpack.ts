import type { Type } from "../type.js";
import type { Value } from "../value.js";

export function decodeMsgpack(_bytes: Uint8Array, _type: Type): Value {
  throw new Error("not written yet");
}

export function encodeMsgpack(_value: Value, _type: Type): Uint8Array {
  throw new Error("not written yet");
}
