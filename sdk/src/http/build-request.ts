import type { Operation } from "../contract/operation.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { checkBody, checkFields } from "./request-rules.js";

/** What goes into a request besides the operation. */
export interface RequestInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly body?: unknown;
}

/** A request that keeps to the contract. */
export interface BuiltRequest {
  /** Path with its parameters and query. */
  readonly path: string;
  /** JSON text, if the operation has a body. */
  readonly body: string | null;
}

function fillPath(operation: Operation, values: Readonly<Record<string, string>>): string {
  const names = Object.keys(operation.pathRules);
  if (names.length === 0) return operation.path;
  checkFields(operation.pathRules, names, values, "");
  return names.reduce(
    (path, name) => path.replace(`{${name}}`, encodeURIComponent(values[name] ?? "")),
    operation.path,
  );
}

function queryText(operation: Operation, values: RequestInput["query"]): string {
  if (values === undefined) return "";
  if (typeof values !== "object" || values === null)
    throw new InvalidArgumentError("query", "must be an object");
  checkFields(operation.queryRules, [], values, "");
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Checks the input against the contract and makes the request of it. Throws before anything is sent. */
export function buildRequest(operation: Operation, prefix: string, input: RequestInput): BuiltRequest {
  const path = prefix + fillPath(operation, input.path ?? {}) + queryText(operation, input.query);
  if (operation.bodyRule === null) return { path, body: null };
  checkBody(operation.bodyRule, input.body);
  return { path, body: JSON.stringify(input.body) };
}
