import type { JsonObject } from "../wire/index.js";
import type { Logger } from "./logging/logger.js";
import type { PrivateState } from "./private-state.js";
import type { Attributes, PartialState } from "./schema/attribute.js";

/** The object of another resource type that a `moved` block turns into one of this type. */
export interface MoveSource {
  /** Such as `registry.terraform.io/hashicorp/random`. */
  readonly providerAddress: string;
  readonly typeName: string;
  readonly schemaVersion: number;
  /** The state as it stands in the state file, with every digit of its numbers. */
  readonly json: JsonObject;
  /** What the other resource kept with the object, as far as it is this framework's. */
  readonly privateState: PrivateState;
}

export interface MoveContext {
  readonly source: MoveSource;
  /** Kept with the moved object. */
  readonly privateState: PrivateState;
  readonly logger: Logger;
}

/** Turns the state of another resource type into one of this type; `undefined` when that is not its business. */
export interface StateMover<A extends Attributes> {
  move(context: MoveContext): PartialState<A> | undefined | Promise<PartialState<A> | undefined>;
}
