export {
  Decimal,
  Dynamic,
  isUnknown,
  type JsonObject,
  type JsonValue,
  type NumberValue,
  type Path,
  type PathStep,
  type Refinement,
  type Type,
  Unknown,
  unknown,
  unknownNotNull,
  valuesEqual,
} from "../wire/index.js";
export type { DataSource, DataSourceContext } from "./data-source.js";
export { Deferral, type DeferralReason } from "./deferral.js";
export { at, DiagnosticError, Diagnostics } from "./diagnostics.js";
export type { EphemeralResource, OpenContext, Opened, OpenedContext } from "./ephemeral-resource.js";
export { ArgumentError, type FunctionType, parameter } from "./function.js";
export { SchemaError, type SchemaProblem } from "./lint/schema-error.js";
export type { Level } from "./logging/level.js";
export type { Fields, Logger } from "./logging/logger.js";
export type { OperationContext } from "./operation.js";
export {
  requiresReplace,
  requiresReplaceIf,
  requiresReplaceIfConfigured,
  useNonNullStateForUnknown,
  useStateForUnknown,
} from "./plan-modifiers.js";
export type { Json, PrivateState } from "./private-state.js";
export {
  type ConfigureContext,
  defineDataSource,
  defineEphemeralResource,
  defineFunction,
  defineProvider,
  defineResource,
} from "./provider.js";
export type {
  ImportContext,
  PlanContext,
  ReadContext,
  StateContext,
  UpdateContext,
  WriteContext,
} from "./resource.js";
export {
  alsoRequires,
  atLeastOneOf,
  conflictsWith,
  exactlyOneOf,
  preferWriteOnly,
  type Reference,
} from "./rules.js";
export type { Attribute, Attributes, Config, PartialState, Plan, State } from "./schema/attribute.js";
export * as block from "./schema/block.js";
export * as attribute from "./schema/builders.js";
export type { ElementType } from "./schema/element.js";
export type { PlanModifier, PlanModifierContext } from "./schema/plan-modifier.js";
export type { ConfigRule, RuleContext } from "./schema/rule.js";
export type { SchemaDefinition } from "./schema/to-protocol.js";
export type { Validator } from "./schema/validator.js";
export { createProviderServer, type ProviderServer } from "./server.js";
export type { MoveContext, MoveSource, StateMover } from "./state-mover.js";
export { type StateUpgrader, type UpgradeContext, upgradeFrom } from "./state-upgrader.js";
export { parseDuration, timeouts, withTimeout } from "./timeouts.js";
export {
  eachElement,
  integerBetween,
  lengthBetween,
  noControlCharacters,
  noNullElements,
  notBlank,
  notEmpty,
  oneOf,
} from "./validators.js";
