import type { Dynamic, Unknown } from "../wire/index.js";
import type { ElementType, ElementValue } from "./schema/element.js";
import type { Validator } from "./schema/validator.js";

/** The type of a parameter or a result. */
export type FunctionType = ElementType | "integer" | "dynamic";

export type FunctionValue<T extends FunctionType> = T extends "dynamic"
  ? Dynamic
  : T extends "integer"
    ? number
    : T extends ElementType
      ? ElementValue<T, never>
      : never;

interface ParameterOptions<T> {
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  /** Without it, Terraform refuses null before the function is called. */
  readonly allowNull?: boolean;
  /** Without it, the result is unknown, and the function is not called, while an argument is. */
  readonly allowUnknown?: boolean;
  readonly validators?: readonly Validator<T>[];
}

/** One parameter of a function. */
export interface Parameter<
  T extends FunctionType = FunctionType,
  O extends ParameterOptions<FunctionValue<T>> = ParameterOptions<FunctionValue<T>>,
> {
  readonly name: string;
  readonly type: T;
  readonly options: O;
}

/** A parameter with its name in documentation, its type and what it accepts. */
export const parameter = <const T extends FunctionType, const O extends ParameterOptions<FunctionValue<T>>>(
  name: string,
  type: T,
  options: O,
): Parameter<T, O> => ({ name, type, options });

type Argument<P> =
  P extends Parameter<infer T, infer O>
    ?
        | FunctionValue<T>
        | (O extends { readonly allowNull: true } ? null : never)
        | (O extends { readonly allowUnknown: true } ? Unknown : never)
    : never;

type Arguments<P extends readonly Parameter[]> = { -readonly [K in keyof P]: Argument<P[K]> };

/** What a function may answer: the value, null, or unknown when an argument was. */
export type FunctionResult<R extends FunctionType> = FunctionValue<R> | null | Unknown;

/** Refuses one argument; thrown by a function, it is shown at that argument. */
export class ArgumentError extends Error {
  constructor(
    /** Which argument, from 0; those of a variadic parameter count on. */
    readonly argument: number,
    message: string,
  ) {
    super(message);
    this.name = "ArgumentError";
  }
}

/** A function that configurations call as `provider::NAME::function(…)`. */
export interface ProviderFunction<
  P extends readonly Parameter[],
  V extends Parameter | undefined,
  R extends FunctionType,
> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  readonly deprecated?: string;
  readonly parameters: P;
  /** Any number of further arguments. */
  readonly variadic?: V;
  readonly returns: R;
  /**
   * Must be pure: Terraform calls it several times, in processes where the provider is not configured, and refuses
   * different results for the same arguments. A thrown `ArgumentError` is shown at the argument.
   */
  call(
    ...args: [...Arguments<P>, ...(V extends Parameter ? Argument<V>[] : [])]
  ): FunctionResult<R> | Promise<FunctionResult<R>>;
}

/** A function whose argument types have been checked where it was defined. */
export interface AnyFunction {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  readonly parameters: readonly Parameter[];
  readonly variadic?: Parameter;
  readonly returns: FunctionType;
  call(...args: readonly unknown[]): unknown;
}
