import type { IncomingMessage } from "node:http";

/** How deep the values of a body may be nested. Deeper ones overflow the stack of whatever walks over them. */
const depthLimit = 64;

/** A body as it came. */
export interface Body {
  readonly text: string;
  /** What it says, when it is JSON. */
  readonly json: unknown;
  /** Why it was not taken in, though it may be JSON. */
  readonly refusal?: "too large" | "too deep";
}

const noBody: Body = { text: "", json: undefined };

/**
 * Reads the whole body. Of one that is too large the rest is read and forgotten, so that the answer arrives.
 *
 * @param sizeLimit in bytes.
 */
export async function readBody(incoming: IncomingMessage, sizeLimit: number): Promise<Body> {
  const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
  if (length === undefined && encoding === undefined) return noBody;
  const bytes = await bytesOf(incoming, sizeLimit);
  if (bytes === undefined) return { ...noBody, refusal: "too large" };
  const text = bytes.toString();
  if (depthOf(text) > depthLimit) return { text, json: undefined, refusal: "too deep" };
  return { text, json: parse(text) };
}

function bytesOf(incoming: IncomingMessage, sizeLimit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= sizeLimit) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.once("end", () => resolve(size <= sizeLimit ? Buffer.concat(chunks) : undefined));
    incoming.once("error", reject);
  });
}

/** How deep objects and lists are nested in a JSON text, up to the limit; found in one pass, without the value. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < json.length && deepest <= depthLimit; at++) {
    const character = json[at];
    if (character === '"') quoted = !quoted;
    else if (quoted && character === "\\") at++;
    else if (quoted) continue;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
