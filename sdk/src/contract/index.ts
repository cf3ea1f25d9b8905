/** The contract of the token API as types, generated from `openapi.yaml`. */
export type { components, operations, paths } from "./generated/schema.js";
