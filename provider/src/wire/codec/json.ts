export { decodeJson } from "./json-decode.js";
export { encodeJson } from "./json-encode.js";
export { type JsonObject, type JsonValue, parseJson } from "./json-parse.js";
export { stringifyJson } from "./json-stringify.js";
