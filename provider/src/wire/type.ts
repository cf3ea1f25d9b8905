/**
 * A Terraform type. `dynamic` is the place holder for a type that is known only with the value.
 *
 * @example
 * const labels: Type = { map: "string" };
 */
export type Type =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | { readonly list: Type }
  | { readonly set: Type }
  | { readonly map: Type }
  | { readonly tuple: readonly Type[] }
  | { readonly object: ObjectType };

/** The types of an object's attributes by name. */
export interface ObjectType {
  readonly [name: string]: Type;
}

export function typeToJson(_type: Type): string {
  throw new Error("not written yet");
}

export function typeFromJson(_json: string): Type {
  throw new Error("not written yet");
}
