const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*([Zz]|[+-]\d\d:?\d\d)$/;

/** A point in time to the precision that its text has. */
interface Instant {
  /** Since 1970. */
  readonly seconds: bigint;
  /** Decimal digits of the fraction of the second. */
  readonly fraction: string;
}

/**
 * Whether one time of the API is later than another one, compared as instants and at the coarser precision of the two: one
 * response may show nanoseconds where another one shows the same moment in microseconds, cut off or rounded, or with an offset.
 * A text that is not a time in RFC 3339 proves nothing.
 *
 * @example
 * ```ts
 * import { isLaterInstant } from "@safetyculture-tokens/sdk/instants";
 *
 * console.log(isLaterInstant("2026-01-01T00:00:00.4Z", "2026-01-01T01:00:00+01:00")); // false: the same second
 * ```
 */
export function isLaterInstant(time: string | null | undefined, than: string | null | undefined): boolean {
  const [one, other] = [parse(time), parse(than)];
  if (one === undefined || other === undefined) return false;
  const digits = Math.min(one.fraction.length, other.fraction.length);
  return cut(one, digits) > rounded(other, digits);
}

/**
 * Whether two times of the API may be one moment in two spellings.
 *
 * @example
 * ```ts
 * import { isSameInstant } from "@safetyculture-tokens/sdk/instants";
 *
 * console.log(isSameInstant("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z")); // true
 * ```
 */
export function isSameInstant(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one === other) return true;
  if (parse(one) === undefined || parse(other) === undefined) return false;
  return !isLaterInstant(one, other) && !isLaterInstant(other, one);
}

function parse(text: string | null | undefined): Instant | undefined {
  const [, date, time, fraction = "", zone = ""] = RFC_3339.exec(text ?? "") ?? [];
  const offset = /^[Zz]$/.test(zone) ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const milliseconds = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : { seconds: BigInt(milliseconds / 1000), fraction };
}

/** The instant in units of the given number of decimal digits. */
function cut({ seconds, fraction }: Instant, digits: number): bigint {
  return seconds * 10n ** BigInt(digits) + BigInt(fraction.slice(0, digits) || "0");
}

function rounded(instant: Instant, digits: number): bigint {
  return cut(instant, digits) + (Number(instant.fraction[digits] ?? "0") >= 5 ? 1n : 0n);
}
