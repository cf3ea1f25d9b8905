import type { JsonObject } from "../wire/index.js";
import type { Logger } from "./logging/logger.js";
import type { Attributes, PartialState, State } from "./schema/attribute.js";

export interface UpgradeContext {
  /** The stored state as it stands in the state file, with every digit of its numbers. */
  readonly json: JsonObject;
  readonly logger: Logger;
}

/** Turns a stored state of one earlier version into one of the present version. */
export interface StateUpgrader<A extends Attributes> {
  /** What the state looked like then. It may leave out what is not needed. */
  readonly priorAttributes?: Attributes;
  upgrade(
    context: UpgradeContext & { readonly state: State<Attributes> | undefined },
  ): PartialState<A> | Promise<PartialState<A>>;
}

/**
 * An upgrader that reads the earlier state by a schema; sensitive values in it are hidden from the log.
 *
 * @example
 * upgraders: { 0: upgradeFrom({ title: attribute.string("required", { description: "" }) }, ({ state }) => ({ name: state.title })) }
 */
export function upgradeFrom<P extends Attributes, A extends Attributes>(
  priorAttributes: P,
  upgrade: (
    context: UpgradeContext & { readonly state: State<P> },
  ) => PartialState<A> | Promise<PartialState<A>>,
): StateUpgrader<A> {
  return {
    priorAttributes,
    // The server decodes the state with these very attributes.
    upgrade: (context) => upgrade(context as UpgradeContext & { readonly state: State<P> }),
  };
}
