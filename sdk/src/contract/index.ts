/**
 * The contract of the token API as types, generated from `openapi.yaml`.
 *
 * @example
 * ```ts
 * import type { components } from "@safetyculture-tokens/sdk/contract";
 *
 * type ServiceUserToken = components["schemas"]["ServiceUserToken"];
 * ```
 *
 * @module
 */
export type { components, operations, paths } from "./generated/schema.js";
