import type * as a from "./attribute.js";
import type { ElementType } from "./element.js";

type Options<T> = Omit<T, "kind" | "mode" | "element" | "attributes">;

/** A text attribute. */
export const string = <const M extends a.Mode>(
  mode: M,
  options: Options<a.StringAttribute>,
): a.StringAttribute<M> => ({
  kind: "string",
  mode,
  ...options,
});

export const bool = <const M extends a.Mode>(
  mode: M,
  options: Options<a.BoolAttribute>,
): a.BoolAttribute<M> => ({
  kind: "bool",
  mode,
  ...options,
});

/** A whole number between -(2^53 - 1) and 2^53 - 1. */
export const integer = <const M extends a.Mode>(
  mode: M,
  options: Options<a.IntegerAttribute>,
): a.IntegerAttribute<M> => ({ kind: "integer", mode, ...options });

/** A number of any size and precision. */
export const number = <const M extends a.Mode>(
  mode: M,
  options: Options<a.NumberAttribute>,
): a.NumberAttribute<M> => ({
  kind: "number",
  mode,
  ...options,
});

/** A value of any type, such as a JSON document; read it as a `Dynamic`. */
export const dynamic = <const M extends a.Mode>(
  mode: M,
  options: Options<a.DynamicAttribute>,
): a.DynamicAttribute<M> => ({ kind: "dynamic", mode, ...options });

export const list = <const M extends a.Mode, const E extends ElementType>(
  mode: M,
  element: E,
  options: Options<a.ListAttribute<M, E>>,
): a.ListAttribute<M, E> => ({ kind: "list", mode, element, ...options });

/** Elements without order and without repetition. */
export const set = <const M extends a.Mode, const E extends ElementType>(
  mode: M,
  element: E,
  options: Options<a.SetAttribute<M, E>>,
): a.SetAttribute<M, E> => ({ kind: "set", mode, element, ...options });

export const map = <const M extends a.Mode, const E extends ElementType>(
  mode: M,
  element: E,
  options: Options<a.MapAttribute<M, E>>,
): a.MapAttribute<M, E> => ({ kind: "map", mode, element, ...options });

/** One nested object. */
export const object = <const M extends a.Mode, const A extends a.Attributes>(
  mode: M,
  attributes: A,
  options: Options<a.ObjectAttribute<M, A>>,
): a.ObjectAttribute<M, A> => ({ kind: "object", mode, attributes, ...options });

/** A list of nested objects. */
export const objectList = <const M extends a.Mode, const A extends a.Attributes>(
  mode: M,
  attributes: A,
  options: Options<a.ObjectListAttribute<M, A>>,
): a.ObjectListAttribute<M, A> => ({ kind: "objectList", mode, attributes, ...options });

/** Nested objects without order and without repetition. */
export const objectSet = <const M extends a.Mode, const A extends a.Attributes>(
  mode: M,
  attributes: A,
  options: Options<a.ObjectSetAttribute<M, A>>,
): a.ObjectSetAttribute<M, A> => ({ kind: "objectSet", mode, attributes, ...options });

/** Nested objects under names. */
export const objectMap = <const M extends a.Mode, const A extends a.Attributes>(
  mode: M,
  attributes: A,
  options: Options<a.ObjectMapAttribute<M, A>>,
): a.ObjectMapAttribute<M, A> => ({ kind: "objectMap", mode, attributes, ...options });
