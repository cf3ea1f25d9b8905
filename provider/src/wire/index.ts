export * from "./codec/json.js";
export * from "./codec/msgpack.js";
export * from "./conform.js";
export { compareNumbers, parseNumber } from "./decimal.js";
export * from "./equal.js";
export * from "./errors.js";
export * from "./path.js";
export * from "./type.js";
export * from "./value.js";
