import type { OperationDescriptor } from "../contract/types.js";

/** Where a request leads to. */
export type Route<Id extends string> =
  | {
      readonly kind: "operation";
      readonly operation: OperationDescriptor<Id>;
      /** Path parameters, with their percent-encoding. */
      readonly path: Readonly<Record<string, string>>;
    }
  /** The path exists, with other methods. */
  | { readonly kind: "other_method"; readonly methods: readonly string[] }
  | { readonly kind: "none" };

/** The operations of one path template, by method. */
interface Resource<Id extends string> {
  /** The template's segments; `{id}` stands for any one. */
  readonly segments: readonly string[];
  readonly methods: Map<string, OperationDescriptor<Id>>;
}

/** Finds the operation of a request among those of a document. */
export class Router<Id extends string> {
  readonly #resources = new Map<string, Resource<Id>>();

  constructor(operations: readonly OperationDescriptor<Id>[]) {
    for (const operation of operations) {
      const { path } = operation;
      const resource = this.#resources.get(path) ?? { segments: path.split("/"), methods: new Map() };
      resource.methods.set(operation.method, operation);
      this.#resources.set(path, resource);
    }
  }

  route(method: string, path: string): Route<Id> {
    const exact = this.#resources.get(path);
    if (exact !== undefined) return toRoute(exact, method, {});
    const segments = path.split("/");
    for (const resource of this.#resources.values()) {
      const parameters = match(resource.segments, segments);
      if (parameters !== undefined) return toRoute(resource, method, parameters);
    }
    return { kind: "none" };
  }
}

function toRoute<Id extends string>(
  { methods }: Resource<Id>,
  method: string,
  path: Readonly<Record<string, string>>,
): Route<Id> {
  const operation = methods.get(method);
  if (operation === undefined) return { kind: "other_method", methods: [...methods.keys()] };
  return { kind: "operation", operation, path };
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{") && segment !== "") parameters[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
}
