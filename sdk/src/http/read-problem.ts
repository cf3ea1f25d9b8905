import type { ApiProblem, FieldViolation } from "../errors/api-error.js";
import type { Redactor } from "../observability/redactor.js";
import type { RawResponse } from "./exchange.js";
import { isRecord } from "./is-record.js";
import { retryAfter } from "./retry-after.js";

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function strings(value: unknown, redactor: Redactor): Record<string, string> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([key, item]) =>
    typeof item === "string" ? [[redactor.clean(key), redactor.clean(item)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function violationsOf(detail: Record<string, unknown>, redactor: Redactor): FieldViolation[] {
  const list = detail["field_violations"];
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map(({ field, description }) => ({
    field: typeof field === "string" ? redactor.clean(field) : "",
    description: typeof description === "string" ? redactor.clean(description) : "",
  }));
}

/** Reads what a response says of a failure: the API's `{code, message, details}`, or nothing from any other body. */
export function readProblem({ status, headers, body }: RawResponse, redactor: Redactor): ApiProblem {
  const problem = parse(body);
  const { code, message } = problem;
  const details = Array.isArray(problem["details"]) ? problem["details"].filter(isRecord) : [];
  const info = details.find((detail) => typeof detail["reason"] === "string");
  const reason = info?.["reason"];
  return {
    status,
    grpcCode: typeof code === "number" ? code : undefined,
    reason: typeof reason === "string" ? redactor.clean(reason) : "",
    message: typeof message === "string" ? redactor.clean(message) : "",
    violations: details.flatMap((detail) => violationsOf(detail, redactor)),
    metadata: strings(info?.["metadata"], redactor),
    retryAfterMs: retryAfter(status, headers),
  };
}
