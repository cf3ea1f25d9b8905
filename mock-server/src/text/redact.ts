/** Anything that begins like a secret of the API, also in a URL. */
const secret = /scapi(_|%5f)[A-Za-z0-9_.~%-]+/gi;

/** Levels of a value that are kept. */
const depthLimit = 16;

/** The text without secrets. */
export function redactText(text: string): string {
  return text.replace(secret, "scapi_[redacted]");
}

/** A copy of a JSON value without secrets, in keys and in values. What lies very deep is left out. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === depthLimit) return "[too deep]";
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [redactText(key), redact(part, depth + 1)]),
  );
}
