import type { Dynamic, NumberValue, Unknown } from "../../wire/index.js";
import type { Block, ListBlock, SetBlock } from "./block.js";
import type { ElementType, ElementValue } from "./element.js";
import type { PlanModifier } from "./plan-modifier.js";
import type { ConfigRule } from "./rule.js";
import type { Validator } from "./validator.js";

/** Who gives an attribute its value: the configuration, the provider, or whichever comes first. */
export type Mode = "required" | "optional" | "computed" | "optionalComputed";

interface Common<M extends Mode, T> {
  readonly mode: M;
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  /** Terraform and the provider's own log hide the value. */
  readonly sensitive?: boolean;
  /** The value is taken from the configuration and never stored. Managed resources only. */
  readonly writeOnly?: boolean;
  /** What to use instead, and since when. */
  readonly deprecated?: string;
  readonly validators?: readonly Validator<T>[];
  readonly planModifiers?: readonly PlanModifier[];
  /** Planned where the configuration says nothing; makes the attribute `optionalComputed`. */
  readonly default?: T;
  /** A computed value that is certainly not null after an apply. Terraform holds the provider to it. */
  readonly neverNull?: boolean;
  /**
   * Whether two different values mean the same, such as two spellings of one date. The stored spelling then stays, and
   * neither a new spelling in the configuration nor one from the remote side is a change.
   */
  equivalent?(a: T, b: T): boolean;
}

export interface StringAttribute<M extends Mode = Mode> extends Common<M, string> {
  readonly kind: "string";
}
export interface BoolAttribute<M extends Mode = Mode> extends Common<M, boolean> {
  readonly kind: "bool";
}
/** A whole number that a JavaScript number holds exactly; the framework refuses others. */
export interface IntegerAttribute<M extends Mode = Mode> extends Common<M, number> {
  readonly kind: "integer";
}
/** A number of any size and precision. */
export interface NumberAttribute<M extends Mode = Mode> extends Common<M, NumberValue> {
  readonly kind: "number";
}
/** A value of any type, which comes with it. */
export interface DynamicAttribute<M extends Mode = Mode> extends Common<M, Dynamic> {
  readonly kind: "dynamic";
}
export interface ListAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, readonly (ElementValue<E, Unknown> | Unknown)[]> {
  readonly kind: "list";
  readonly element: E;
}
export interface SetAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, readonly (ElementValue<E, Unknown> | Unknown)[]> {
  readonly kind: "set";
  readonly element: E;
}
export interface MapAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, ReadonlyMap<string, ElementValue<E, Unknown> | Unknown>> {
  readonly kind: "map";
  readonly element: E;
}

interface Nesting<M extends Mode, A extends Attributes, T> extends Common<M, T> {
  readonly attributes: A;
  /** Rules between the attributes of each nested object. */
  readonly rules?: readonly ConfigRule[];
}

export interface ObjectAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Nesting<M, A, Values<A, Unknown>> {
  readonly kind: "object";
}
export interface ObjectListAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Nesting<M, A, readonly (Values<A, Unknown> | Unknown)[]> {
  readonly kind: "objectList";
}
export interface ObjectSetAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Nesting<M, A, readonly (Values<A, Unknown> | Unknown)[]> {
  readonly kind: "objectSet";
}
export interface ObjectMapAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Nesting<M, A, ReadonlyMap<string, Values<A, Unknown> | Unknown>> {
  readonly kind: "objectMap";
}

/** Something with a name in the body of a resource: an attribute, or a nested block. */
export type Attribute<M extends Mode = Mode> =
  | StringAttribute<M>
  | BoolAttribute<M>
  | IntegerAttribute<M>
  | NumberAttribute<M>
  | DynamicAttribute<M>
  | ListAttribute<M>
  | SetAttribute<M>
  | MapAttribute<M>
  | ObjectAttribute<M, Attributes>
  | ObjectListAttribute<M, Attributes>
  | ObjectSetAttribute<M, Attributes>
  | ObjectMapAttribute<M, Attributes>
  | Block
  | ListBlock
  | SetBlock;

/** Attributes and nested blocks by name: Terraform knows one name space for both. */
export interface Attributes {
  readonly [name: string]: Attribute;
}

type Present<A, U> = A extends StringAttribute
  ? string
  : A extends BoolAttribute
    ? boolean
    : A extends IntegerAttribute
      ? number
      : A extends NumberAttribute
        ? NumberValue
        : A extends DynamicAttribute
          ? Dynamic
          : A extends ListAttribute<Mode, infer E> | SetAttribute<Mode, infer E>
            ? readonly (ElementValue<E, U> | U)[]
            : A extends MapAttribute<Mode, infer E>
              ? ReadonlyMap<string, ElementValue<E, U> | U>
              : A extends ObjectAttribute<Mode, infer N> | Block<"required" | "optional", infer N>
                ? Values<N, U>
                : A extends
                      | ObjectListAttribute<Mode, infer N>
                      | ObjectSetAttribute<Mode, infer N>
                      | ListBlock<infer N>
                      | SetBlock<infer N>
                  ? readonly (Values<N, U> | U)[]
                  : A extends ObjectMapAttribute<Mode, infer N>
                    ? ReadonlyMap<string, Values<N, U> | U>
                    : never;

/** What is never null: what the configuration must give, and blocks, of which there may be none. */
type NeverNull = { readonly mode: "required" } | { readonly kind: "listBlock" | "setBlock" };

/** The values of a schema, where `U` is what may stand in for a value that is not known yet. */
export type Values<A extends Attributes, U> = {
  readonly [K in keyof A]: Present<A[K], U> | U | (A[K] extends NeverNull ? never : null);
};

/** What the configuration says: null where it says nothing, {@link Unknown} where it depends on something else. */
export type Config<A extends Attributes> = Values<A, Unknown>;
/** What Terraform shows as the outcome: {@link Unknown} where only the apply will tell. */
export type Plan<A extends Attributes> = Values<A, Unknown>;
/** What Terraform stores: everything is known. */
export type State<A extends Attributes> = Values<A, never>;
/** A state of which attributes are left out; they become null. */
export type PartialState<A extends Attributes> = { readonly [K in keyof A]?: State<A>[K] | null };
