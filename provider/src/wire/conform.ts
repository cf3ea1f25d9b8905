import type { Path } from "./path.js";
import type { Type } from "./type.js";
import type { Value } from "./value.js";

export interface ConformanceError {
  path: Path;
  message: string;
}

export function conformanceErrors(_value: Value, _type: Type): ConformanceError[] {
  throw new Error("not written yet");
}
