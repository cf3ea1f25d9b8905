export { decodeMsgpack } from "./msgpack-decode.js";
export { encodeMsgpack } from "./msgpack-encode.js";
