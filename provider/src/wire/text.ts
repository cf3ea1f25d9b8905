import { WireError } from "./errors.js";

const notAscii = /[^\p{ASCII}]/u;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * A string as Terraform keeps it: in Unicode normal form C, so that equal looking names are equal.
 *
 * @throws WireError when half of a surrogate pair stands alone: such a text has no UTF-8 form.
 */
export function normalizeText(text: string): string {
  if (!notAscii.test(text)) return text;
  if (loneSurrogate.test(text)) throw new WireError("a string holds half of a surrogate pair");
  return text.normalize("NFC");
}

/** Orders strings as Terraform does, by their UTF-8 bytes; JavaScript's own order differs beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Moves the surrogates, which stand for code points above all others, behind the rest of the 16-bit units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Names in quotes for a message; a long list is cut. */
export function quoteNames(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name));
  return names.length > shown.length
    ? `${shown.join(", ")} and ${names.length - shown.length} more`
    : shown.join(", ");
}
