import type { NumberValue, Path, Unknown } from "../../wire/index.js";
import type { Diagnostics } from "../diagnostics.js";

/** Who gives an attribute its value: the configuration, the provider, or whichever comes first. */
export type Mode = "required" | "optional" | "computed" | "optionalComputed";

/** The type of the elements of a collection attribute. */
export type ElementType = "string" | "number" | "bool";

/** Checks one configured value. It is not called for null or unknown values. */
export interface Validator<T> {
  /** What is accepted, as it reads in the documentation: "one of 31, 45, 60 or 180". */
  readonly description: string;
  validate(value: T, path: Path, diagnostics: Diagnostics): void;
}

/** What a plan modifier sees of the attribute that it plans. */
export interface PlanModifierContext {
  readonly path: Path;
  readonly config: unknown;
  /** `undefined` when the resource does not exist yet. */
  readonly prior: unknown;
  readonly planned: unknown;
}

/** Changes one planned value, or asks for the replacement of the resource. */
export interface PlanModifier {
  readonly description: string;
  plan(
    context: PlanModifierContext,
  ): { readonly value?: unknown; readonly requiresReplace?: boolean } | undefined;
}

interface Common<M extends Mode, T> {
  readonly mode: M;
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  /** Terraform and the provider's own log hide the value. */
  readonly sensitive?: boolean;
  /** The value is taken from the configuration and never stored. */
  readonly writeOnly?: boolean;
  readonly deprecated?: string;
  readonly validators?: readonly Validator<T>[];
  readonly planModifiers?: readonly PlanModifier[];
  /** Planned where the configuration says nothing; makes the attribute `optionalComputed`. */
  readonly default?: T;
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
export interface ListAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, readonly (ElementValue<E> | Unknown)[]> {
  readonly kind: "list";
  readonly element: E;
}
export interface SetAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, readonly (ElementValue<E> | Unknown)[]> {
  readonly kind: "set";
  readonly element: E;
}
export interface MapAttribute<M extends Mode = Mode, E extends ElementType = ElementType>
  extends Common<M, ReadonlyMap<string, ElementValue<E> | Unknown>> {
  readonly kind: "map";
  readonly element: E;
}
export interface ObjectAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Common<M, Values<A, Unknown>> {
  readonly kind: "object";
  readonly attributes: A;
}
export interface ObjectListAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Common<M, readonly (Values<A, Unknown> | Unknown)[]> {
  readonly kind: "objectList";
  readonly attributes: A;
}
export interface ObjectMapAttribute<M extends Mode = Mode, A extends Attributes = Attributes>
  extends Common<M, ReadonlyMap<string, Values<A, Unknown> | Unknown>> {
  readonly kind: "objectMap";
  readonly attributes: A;
}

export type Attribute<M extends Mode = Mode> =
  | StringAttribute<M>
  | BoolAttribute<M>
  | IntegerAttribute<M>
  | NumberAttribute<M>
  | ListAttribute<M>
  | SetAttribute<M>
  | MapAttribute<M>
  | ObjectAttribute<M, Attributes>
  | ObjectListAttribute<M, Attributes>
  | ObjectMapAttribute<M, Attributes>;

export interface Attributes {
  readonly [name: string]: Attribute;
}

type ElementValue<E extends ElementType> = E extends "string"
  ? string
  : E extends "bool"
    ? boolean
    : NumberValue;

type Present<A, U> = A extends StringAttribute
  ? string
  : A extends BoolAttribute
    ? boolean
    : A extends IntegerAttribute
      ? number
      : A extends NumberAttribute
        ? NumberValue
        : A extends ListAttribute<Mode, infer E> | SetAttribute<Mode, infer E>
          ? readonly (ElementValue<E> | U)[]
          : A extends MapAttribute<Mode, infer E>
            ? ReadonlyMap<string, ElementValue<E> | U>
            : A extends ObjectAttribute<Mode, infer N>
              ? Values<N, U>
              : A extends ObjectListAttribute<Mode, infer N>
                ? readonly (Values<N, U> | U)[]
                : A extends ObjectMapAttribute<Mode, infer N>
                  ? ReadonlyMap<string, Values<N, U> | U>
                  : never;

/** The values of a schema, where `U` is what may stand in for a value that is not known yet. */
export type Values<A extends Attributes, U> = {
  readonly [K in keyof A]: Present<A[K], U> | U | (A[K] extends { readonly mode: "required" } ? never : null);
};

/** What the configuration says: null where it says nothing, {@link Unknown} where it depends on something else. */
export type Config<A extends Attributes> = Values<A, Unknown>;
/** What Terraform shows as the outcome: {@link Unknown} where only the apply will tell. */
export type Plan<A extends Attributes> = Values<A, Unknown>;
/** What Terraform stores: everything is known. */
export type State<A extends Attributes> = Values<A, never>;
