export { isUnknown, type Type, Unknown, unknown, unknownNotNull, valuesEqual } from "../wire/index.js";
export { at, DiagnosticError, Diagnostics } from "./diagnostics.js";
export type { Fields, Level, Logger } from "./logging.js";
export { requiresReplace, useStateForUnknown } from "./plan-modifiers.js";
export { type ConfigureContext, defineDataSource, defineProvider, defineResource } from "./provider.js";
export type {
  ImportContext,
  OperationContext,
  PlanContext,
  StateContext,
  UpdateContext,
  WriteContext,
} from "./resource.js";
export type { Attribute, Attributes, Config, Plan, State, Validator } from "./schema/attribute.js";
export * as attribute from "./schema/builders.js";
export type { SchemaDefinition } from "./schema/to-protocol.js";
export { createProviderServer, type ProviderServer } from "./server.js";
export { parseDuration, timeouts, withTimeout } from "./timeouts.js";
export {
  integerBetween,
  lengthBetween,
  noControlCharacters,
  noNullElements,
  notBlank,
  notEmpty,
  oneOf,
} from "./validators.js";
