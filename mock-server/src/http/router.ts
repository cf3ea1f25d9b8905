import { operations } from "../contract/generated/contract.js";
import type { OperationDescriptor } from "../contract/types.js";

/** Where a request leads to. */
export type Route =
  | {
      readonly kind: "operation";
      readonly operation: OperationDescriptor;
      readonly path: Readonly<Record<string, string>>;
    }
  /** The path exists, with other methods. */
  | { readonly kind: "other_method"; readonly methods: readonly string[] }
  | { readonly kind: "none" };

/** The operations of one path template, by method. */
interface Resource {
  /** The template's segments; `{id}` stands for any one. */
  readonly segments: readonly string[];
  readonly methods: Map<string, OperationDescriptor>;
}

const resources = new Map<string, Resource>();
for (const operation of operations) {
  const resource = resources.get(operation.path) ?? {
    segments: operation.path.split("/"),
    methods: new Map(),
  };
  resource.methods.set(operation.method, operation);
  resources.set(operation.path, resource);
}

/** Finds the operation of a request. Path parameters keep their percent-encoding. */
export function routeOf(method: string, path: string): Route {
  const segments = path.split("/");
  for (const resource of resources.values()) {
    const parameters = match(resource.segments, segments);
    if (parameters === undefined) continue;
    const operation = resource.methods.get(method);
    if (operation === undefined) return { kind: "other_method", methods: [...resource.methods.keys()] };
    return { kind: "operation", operation, path: parameters };
  }
  return { kind: "none" };
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
