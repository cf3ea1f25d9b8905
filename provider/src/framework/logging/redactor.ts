import { Decimal, Dynamic, isArray, isUnknown, numberText, type Value } from "../../wire/index.js";
import { isMap, isObject } from "../shape.js";

const MASK = "***";
/** From this length on, a secret is hidden wherever it stands, also inside of words. */
const ANYWHERE = 6;
/** From this length on, it is hidden where it stands as a word; shorter ones only as a whole value. */
const AS_WORD = 3;
const MAX_DEPTH = 100;

/** Remembers sensitive values and takes them out of any text. */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Longest first, so that a secret that holds another one is hidden as a whole. */
  #ordered: readonly string[] | undefined = [];

  /** Hides a text from now on, also as JSON and URLs write it. */
  add(secret: string): void {
    if (secret === "" || secret === MASK || this.#secrets.has(secret)) return;
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), inUrl(secret)]) this.#secrets.add(form);
    this.#ordered = undefined;
  }

  /** Hides every text and number in a value, at any depth. The names of map keys and attributes stay readable. */
  addValue(value: Value, depth = 0): void {
    if (typeof value === "string") this.add(value);
    else if (typeof value === "number" || value instanceof Decimal) this.add(numberText(value));
    // A value that a provider made may be anything, also endless.
    if (typeof value !== "object" || value === null || isUnknown(value) || depth > MAX_DEPTH) return;
    if (value instanceof Dynamic) this.addValue(value.value, depth + 1);
    else if (isArray(value)) for (const item of value) this.addValue(item, depth + 1);
    else if (isMap(value)) for (const item of value.values()) this.addValue(item, depth + 1);
    else if (isObject(value)) for (const item of Object.values(value)) this.addValue(item, depth + 1);
  }

  /** A text without the secrets in it. */
  readonly redact = (text: string): string => {
    let redacted = text;
    for (const secret of this.#longestFirst()) {
      if (secret.length > redacted.length || !redacted.includes(secret)) continue;
      if (secret.length >= ANYWHERE) redacted = redacted.replaceAll(secret, MASK);
      else if (secret.length >= AS_WORD) redacted = redacted.replace(word(secret), MASK);
    }
    return redacted;
  };

  /** A text that is a value by itself, where even the shortest secret shows. */
  readonly redactWhole = (text: string): string => (this.#secrets.has(text) ? MASK : this.redact(text));

  #longestFirst(): readonly string[] {
    this.#ordered ??= [...this.#secrets].sort((a, b) => b.length - a.length);
    return this.#ordered;
  }
}

function inUrl(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no form in a URL.
    return text;
  }
}

function word(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "gu");
}
