import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** Codings that edges are seen to apply, also when nobody asked for them. */
const decoders: Readonly<Record<string, (bytes: Buffer, limit: number) => Buffer>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  "x-gzip": (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => {
    // Some servers send the bare stream, others the one with a header that the standard asks for.
    const bare = ((bytes[0] ?? 0) & 0x0f) !== 8;
    return bare ? inflateRawSync(bytes, { maxOutputLength }) : inflateSync(bytes, { maxOutputLength });
  },
};

function decompress(bytes: Buffer, codings: string, limit: number): Buffer {
  let plain = bytes;
  for (const coding of codings.split(",").reverse()) {
    const name = coding.trim().toLowerCase();
    if (name === "" || name === "identity") continue;
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (decode === undefined) throw new Error("the content coding is not known");
    plain = decode(plain, limit);
  }
  return plain;
}

function charsetOf(contentType: string): string {
  return /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? "utf-8";
}

function decodeText(bytes: Buffer, contentType: string): string {
  const charset = charsetOf(contentType);
  if (charset === "utf-8" || charset === "utf8") {
    const text = bytes.toString("utf8");
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

/**
 * The text of a body: decompressed, without a byte order mark, in the charset that it names.
 *
 * @returns Nothing when it cannot be decompressed, or is larger than `limit` bytes then.
 */
export function decodeBody(
  bytes: Buffer,
  { encoding, contentType }: { readonly encoding: string; readonly contentType: string },
  limit: number,
): string | undefined {
  if (encoding === "") return decodeText(bytes, contentType);
  try {
    return decodeText(decompress(bytes, encoding, limit), contentType);
  } catch {
    return undefined;
  }
}
