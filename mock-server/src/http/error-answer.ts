import { ApiError, internal } from "../errors.js";
import type { JsonAnswer } from "./answer.js";

/** The answer to an error: in the API's own shape, whatever it was. */
export function errorAnswer(error: unknown, headers: Readonly<Record<string, string>> = {}): JsonAnswer {
  const known = error instanceof ApiError ? error : internal(`the mock server failed: ${String(error)}`);
  return { status: known.status, headers: { ...headers, ...known.headers }, body: known.body };
}
