import type { OperationId } from "../contract/types.js";
import type { Fault } from "./fault.js";

/** What a fault can look at. */
export interface FaultCall {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body, when it is JSON. */
  readonly json: unknown;
  readonly organizationId: string | undefined;
  readonly userId: string | undefined;
}

/** Whether the fault is meant for the call. */
export function matches(fault: Fault, call: FaultCall): boolean {
  if (fault.operation !== call.operation) return false;
  if (fault.kind === "shifted_page" && !continues(call)) return false;
  const { organisation_id, user_id, path, query, body } = fault.match ?? {};
  return (
    (organisation_id === undefined || organisation_id === call.organizationId) &&
    (user_id === undefined || user_id === call.userId) &&
    Object.entries(path ?? {}).every(([name, value]) => call.path[name] === value) &&
    Object.entries(query ?? {}).every(([name, value]) => call.query.get(name) === value) &&
    (body === undefined || contains(call.json, body))
  );
}

/** Whether the call asks for a page after the first. */
function continues({ query, json }: FaultCall): boolean {
  const token: unknown = isFields(json) ? json["page_token"] : undefined;
  return (query.get("page_token") ?? "") !== "" || (typeof token === "string" && token !== "");
}

/** Whether the value has all that the pattern has; lists must be the same throughout. */
function contains(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((part: unknown, index) => contains(value[index], part))
    );
  }
  if (!isFields(pattern)) return value === pattern;
  return isFields(value) && Object.entries(pattern).every(([key, part]) => contains(value[key], part));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
