import type { Unknown } from "../../wire/index.js";
import type { Attributes, Values } from "./attribute.js";
import type { PlanModifier } from "./plan-modifier.js";
import type { ConfigRule } from "./rule.js";
import type { Validator } from "./validator.js";

interface BlockCommon<A extends Attributes, T> {
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  readonly deprecated?: string;
  /** Attributes and further blocks inside each block. */
  readonly attributes: A;
  readonly validators?: readonly Validator<T>[];
  /** Rules between the attributes of each block. */
  readonly rules?: readonly ConfigRule[];
  readonly planModifiers?: readonly PlanModifier[];
  // What only attributes can be.
  readonly sensitive?: never;
  readonly writeOnly?: never;
  readonly default?: never;
  readonly neverNull?: never;
  readonly equivalent?: never;
}

/** A nested block that stands at most once; null when it is not there. */
export interface Block<
  M extends "required" | "optional" = "required" | "optional",
  A extends Attributes = Attributes,
> extends BlockCommon<A, Values<A, Unknown>> {
  readonly kind: "block";
  readonly mode: M;
}

interface Repeated<A extends Attributes> extends BlockCommon<A, readonly (Values<A, Unknown> | Unknown)[]> {
  /** `required` when there is a least number of blocks. */
  readonly mode: "required" | "optional";
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Nested blocks in order; an empty list when there are none. */
export interface ListBlock<A extends Attributes = Attributes> extends Repeated<A> {
  readonly kind: "listBlock";
}

/** Nested blocks without order and without repetition; empty when there are none. */
export interface SetBlock<A extends Attributes = Attributes> extends Repeated<A> {
  readonly kind: "setBlock";
}

type Options<T> = Omit<
  T,
  "kind" | "mode" | "attributes" | "sensitive" | "writeOnly" | "default" | "neverNull" | "equivalent"
>;

// Nested attributes do all that blocks do and more. Blocks are for configurations that are already written with them.

/** One nested block. */
export const single = <const M extends "required" | "optional", const A extends Attributes>(
  mode: M,
  attributes: A,
  options: Options<Block<M, A>>,
): Block<M, A> => ({ kind: "block", mode, attributes, ...options });

/** Any number of nested blocks, in order. */
export const list = <const A extends Attributes>(
  attributes: A,
  options: Options<ListBlock<A>>,
): ListBlock<A> => ({
  kind: "listBlock",
  mode: (options.minItems ?? 0) > 0 ? "required" : "optional",
  attributes,
  ...options,
});

/** Any number of nested blocks, without order. */
export const set = <const A extends Attributes>(
  attributes: A,
  options: Options<SetBlock<A>>,
): SetBlock<A> => ({
  kind: "setBlock",
  mode: (options.minItems ?? 0) > 0 ? "required" : "optional",
  attributes,
  ...options,
});
