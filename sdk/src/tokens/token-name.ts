import { createHash, randomInt } from "node:crypto";

/** Longest name that the API takes, in characters. */
const MAX_NAME = 130;
/** What the longest suffix takes of it. */
const LONGEST_SUFFIX = " (retires 2026-01-01T00:00:00Z, replaced by 01234567)".length;
const ROOM = MAX_NAME - LONGEST_SUFFIX;
const HASH_DIGITS = 8;

const KEY_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_LENGTH = 10;
const KEY = /^[0-9A-Z]{10}$/;

const CREATING = /^(.*) \((?:replaces ([0-9a-f]{8}), )?creating ([0-9A-Z]{10})\)$/su;
const RETIRING = /^(.*) \(retires (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ), replaced by ([0-9a-f]{8})\)$/su;

/**
 * What the name of a token tells. While a token is created it is named `NAME (creating KEY)`, or
 * `NAME (replaces ID8, creating KEY)` when it takes the place of another one, which is then named
 * `NAME (retires TIME, replaced by ID8)`; ID8 is the first eight digits of an id. `base` is the name that it is to have or had,
 * cut to fit: a long one ends with `…` and a hash, so that two long names never share one.
 *
 * @example
 * ```ts
 * import { parseTokenName } from "@safetyculture-tokens/sdk";
 *
 * console.log(parseTokenName("power-bi (creating 7Q2M9KX4TB)").kind); // "creating"
 * ```
 */
export type TokenName =
  | {
      /** A name that says nothing more. */
      readonly kind: "plain";
      /** The name itself. */
      readonly base: string;
    }
  | {
      /** The name of a token whose create is not finished. */
      readonly kind: "creating";
      /** The name that it is to have, cut to fit. */
      readonly base: string;
      /** The random key of the create. */
      readonly key: string;
      /** First eight digits of the id of the token whose place it takes. */
      readonly replaces: string | undefined;
    }
  | {
      /** The name of an outgoing token. */
      readonly kind: "retiring";
      /** The name that it had, cut to fit. */
      readonly base: string;
      /** When it may be retired, as RFC 3339. */
      readonly retireAfter: string;
      /** First eight digits of the id of its successor. */
      readonly replacedBy: string;
    };

/** A time as names carry it: RFC 3339 with whole seconds. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The part of an id that names carry. */
export function shortId(id: string): string {
  return id.toLowerCase().slice(0, 8);
}

/**
 * A random key for a create: 10 digits or capital letters.
 *
 * @example
 * ```ts
 * import { newCreatingKey, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const creating = newCreatingKey(); // kept in a journal before the call
 * const request = { name: "power-bi", permissions: ["inspections.view"] };
 * await new SafetyCultureClient().serviceUserTokens.create(request, { creating });
 * ```
 */
export function newCreatingKey(): string {
  return Array.from({ length: KEY_LENGTH }, () => KEY_CHARACTERS[randomInt(KEY_CHARACTERS.length)]).join("");
}

/** Whether a text can be the key of a create. */
export function isCreatingKey(text: string): boolean {
  return KEY.test(text);
}

/** One spelling of a name: APIs may normalize it, or trim it. */
function canonical(name: string): string {
  return name.normalize("NFC").trim();
}

/** The name, cut so far that any suffix still fits behind it. */
export function baseOfName(name: string): string {
  const characters = [...canonical(name)];
  if (characters.length <= ROOM) return characters.join("");
  const hash = createHash("sha256").update(canonical(name)).digest("hex").slice(0, HASH_DIGITS);
  return `${characters
    .slice(0, ROOM - HASH_DIGITS - 1)
    .join("")
    .trimEnd()}…${hash}`;
}

/** Whether a base that was cut, so that the full name cannot be read from it. */
export function isCut(base: string): boolean {
  return /…[0-9a-f]{8}$/u.test(base) && [...base].length > ROOM - HASH_DIGITS;
}

/**
 * Whether two names are one, however the API spells them: normalized (NFC or NFD), or trimmed.
 *
 * @example
 * ```ts
 * import { isSameName } from "@safetyculture-tokens/sdk";
 *
 * console.log(isSameName("caf\u00e9", "cafe\u0301 ")); // true
 * ```
 */
export function isSameName(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

/** Whether a base belongs to the name. */
export function isBaseOf(base: string, name: string): boolean {
  return canonical(base) === baseOfName(name);
}

/** The name of a token that is being created. @param replaces - Id of the token whose place it takes. */
export function formatCreatingName(name: string, key: string, replaces?: string): string {
  const place = replaces === undefined ? "" : `replaces ${shortId(replaces)}, `;
  return `${baseOfName(name)} (${place}creating ${key})`;
}

/** The name of an outgoing token. @param retireAfter - Milliseconds since 1970. */
export function formatRetiringName(name: string, retireAfter: number, successorId: string): string {
  return `${baseOfName(name)} (retires ${formatTime(retireAfter)}, replaced by ${shortId(successorId)})`;
}

/**
 * Reads the name of a token. A name that the client did not make is `plain`.
 *
 * @example
 * ```ts
 * import { parseTokenName } from "@safetyculture-tokens/sdk";
 *
 * const name = parseTokenName("power-bi (creating 7Q2M9KX4TB)");
 * if (name.kind === "creating") console.log(name.base, name.key);
 * ```
 */
export function parseTokenName(name: string): TokenName {
  const creating = CREATING.exec(name.trim());
  if (creating !== null) {
    const [, base = "", replaces, key = ""] = creating;
    return { kind: "creating", base, key, replaces };
  }
  const [, base, retireAfter, replacedBy] = RETIRING.exec(name.trim()) ?? [];
  if (base === undefined || retireAfter === undefined || replacedBy === undefined)
    return { kind: "plain", base: name };
  if (Number.isNaN(Date.parse(retireAfter))) return { kind: "plain", base: name };
  return { kind: "retiring", base, retireAfter, replacedBy };
}
