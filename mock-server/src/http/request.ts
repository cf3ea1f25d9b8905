import type { IncomingHttpHeaders } from "node:http";
import type { OperationDescriptor } from "../contract/types.js";
import { ApiError, Code, invalidRequest } from "../errors.js";
import type { Body } from "./body.js";

/** A request's path, with its percent-encoding, and its query. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Splits the target of a request. One in absolute form, as proxies get, counts with its path. */
export function targetOf(url: string): Target {
  const relative = /^https?:\/\/[^/?#]*(.*)$/is.exec(url)?.[1] ?? url;
  const [path = "", query = ""] = /^([^?#]*)\??([^#]*)/s.exec(relative)?.slice(1) ?? [];
  return { path: path === "" ? "/" : path, query: new URLSearchParams(query) };
}

/** A request that came whole. */
export interface ReceivedRequest {
  readonly method: string;
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

/** `{path, query, body}` of a request, still to be validated. Throws when one of them cannot be read. */
export function candidateOf(
  { integersInQuery, takesBody }: OperationDescriptor<string>,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  body: Body,
  contentType: string | undefined,
): Record<"path" | "query", object> & { body?: unknown } {
  if (body.refusal === "too large") {
    throw new ApiError({
      status: 413,
      code: Code.INVALID_ARGUMENT,
      reason: "INVALID_REQUEST",
      message: "body: value is too large",
    });
  }
  const parts = { path: pathValues(path), query: queryValues(query, integersInQuery) };
  if (!takesBody || body.text === "") return parts;
  if (contentType !== undefined && !/^application\/([\w.+-]+\+)?json *(;|$)/i.test(contentType)) {
    throw new ApiError({
      status: 415,
      code: Code.INVALID_ARGUMENT,
      reason: "INVALID_REQUEST",
      message: "content-type: value must be application/json",
    });
  }
  if (body.refusal === "too deep") {
    throw invalidRequest([{ field: "body", description: "value must not be nested so deeply" }]);
  }
  if (body.json === undefined) throw invalidRequest([{ field: "body", description: "value must be JSON" }]);
  return { ...parts, body: body.json };
}

function pathValues(path: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(path).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        throw invalidRequest([{ field: name, description: "value must have valid percent-encoding" }]);
      }
    }),
  );
}

/** The query as values by name: whole numbers where the document wants them. */
function queryValues(query: URLSearchParams, integers: readonly string[]): Record<string, string | number> {
  const twice = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) throw invalidRequest([{ field: twice, description: "value must be given once" }]);
  return Object.fromEntries(
    [...query].map(([name, value]) => [
      name,
      integers.includes(name) && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}
