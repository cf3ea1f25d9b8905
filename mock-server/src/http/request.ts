import type { IncomingMessage } from "node:http";
import { ApiError, Code, invalidRequest } from "../errors.js";

/** The largest body that is read, in bytes: 1 MiB. */
const bodyLimit = 1_048_576;

/** A request's path, with its percent-encoding, and its query. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Splits the target of a request. One in absolute form, as proxies get, counts with its path. */
export function targetOf(url: string): Target {
  const relative = url.startsWith("/") || !URL.canParse(url) ? url : url.slice(new URL(url).origin.length);
  const [path = "", query = ""] = split(relative.replace(/#.*$/s, ""), "?");
  return { path, query: new URLSearchParams(query) };
}

function split(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The query as values by name: whole numbers where the contract wants them. Throws for a repeated parameter. */
export function queryValues(
  query: URLSearchParams,
  integers: readonly string[],
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(values, name)) {
      throw invalidRequest([{ field: name, description: "value must be given once" }]);
    }
    const number = integers.includes(name) && /^-?\d{1,15}$/.test(value);
    Object.defineProperty(values, name, { value: number ? Number(value) : value, enumerable: true });
  }
  return values;
}

/** Path parameters, decoded. */
export function pathValues(path: Readonly<Record<string, string>>): Record<string, string> {
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

/** Reads the whole body. Throws 413 beyond the limit; what is left of the body is not read. */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > bodyLimit) {
      throw new ApiError({
        status: 413,
        code: Code.INVALID_ARGUMENT,
        reason: "INVALID_REQUEST",
        message: `body: length must be at most ${bodyLimit} bytes`,
        headers: { connection: "close" },
      });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size).toString();
}

/** The body as JSON; `undefined` when there is none. */
export function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    throw invalidRequest([{ field: "body", description: "value must be JSON" }]);
  }
}
