import type { Decimal, NumberValue } from "../../wire/index.js";

/**
 * The type of the elements of a collection attribute: simple, or a collection or object again. Objects here are one
 * value with no marks of their own; nested attributes (`attribute.objectList` and the like) can be documented,
 * defaulted and hidden one by one.
 */
export type ElementType =
  | "string"
  | "number"
  | "bool"
  | { readonly list: ElementType }
  | { readonly set: ElementType }
  | { readonly map: ElementType }
  | { readonly object: ElementTypes };

export interface ElementTypes {
  readonly [name: string]: ElementType;
}

/** Any element, for code that does not know which type it has. */
export type AnyElement =
  | string
  | boolean
  | number
  | Decimal
  | readonly unknown[]
  | ReadonlyMap<string, unknown>
  | { readonly [name: string]: unknown };

/** The value of an element type, where `U` is what may stand in for a value that is not known yet. */
export type ElementValue<E extends ElementType, U> = ElementType extends E
  ? AnyElement
  : E extends "string"
    ? string
    : E extends "bool"
      ? boolean
      : E extends "number"
        ? NumberValue
        : E extends
              | { readonly list: infer I extends ElementType }
              | { readonly set: infer I extends ElementType }
          ? readonly (ElementValue<I, U> | U)[]
          : E extends { readonly map: infer I extends ElementType }
            ? ReadonlyMap<string, ElementValue<I, U> | U>
            : E extends { readonly object: infer O extends ElementTypes }
              ? { readonly [K in keyof O]: ElementValue<O[K], U> | U | null }
              : never;
