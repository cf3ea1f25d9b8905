import type { Type } from "../wire/index.js";
import type { FunctionType } from "./function.js";

/** The wire type of a parameter or a result. */
export const functionWireType = (type: FunctionType): Type => (type === "integer" ? "number" : type);
