import { operations } from "../contract/generated/contract.js";
import { closest } from "../text/closest.js";

/** Longer paths are no slips of the pen. */
const lengthLimit = 200;

/** The operation that a request without one may have meant, as `GET /identity/v1/service_user_tokens`. */
export function nearestRoute(method: string, path: string): string | null {
  const segments = path.split("/").filter((segment) => segment !== "");
  if (path.length > lengthLimit || segments.length === 0) return null;
  const templates = new Map<string, string>();
  for (const { path: template } of operations) {
    const parts = template.split("/").slice(1);
    // The request's own segments stand in for parameters: an id is not what is wrong with a path.
    const filled = parts.map((part, index) => (part.startsWith("{") ? (segments[index] ?? part) : part));
    templates.set(`/${filled.join("/")}`, template);
    templates.set(template, template);
  }
  const normal = `/${segments.join("/")}`;
  const found = withPrefix(normal) ?? templates.get(closest(normal, templates.keys()) ?? "");
  if (found === undefined) return null;
  const methods = operations
    .filter((operation) => operation.path === found)
    .map((operation) => operation.method);
  return `${methods.includes(method) ? method : methods.join("|")} ${found}`;
}

/** The path of an operation that the request's path lacks the beginning of, or has something in front of. */
function withPrefix(path: string): string | undefined {
  return operations.find((operation) => operation.path.endsWith(path) || path.endsWith(operation.path))?.path;
}
