const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*([Zz]|[+-]\d\d:?\d\d)$/;

/** A point in time to the precision that its text has. */
interface Instant {
  /** Since 1970. */
  readonly seconds: bigint;
  /** Decimal digits of the fraction of the second. */
  readonly fraction: string;
}

/**
 * Whether one time is later than another one, compared as instants and at the coarser precision of the two: one API call
 * may show nanoseconds where another one shows the same moment in microseconds, cut off or rounded. A text that is not a
 * time proves nothing.
 */
export function isLater(time: string | null | undefined, than: string | null | undefined): boolean {
  const [one, other] = [parse(time), parse(than)];
  if (one === undefined || other === undefined) return false;
  const digits = Math.min(one.fraction.length, other.fraction.length);
  return cut(one, digits) > rounded(other, digits);
}

/** Whether two times may be one moment in two spellings. */
export function isSameInstant(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one === other) return true;
  if (parse(one) === undefined || parse(other) === undefined) return false;
  return !isLater(one, other) && !isLater(other, one);
}

function parse(text: string | null | undefined): Instant | undefined {
  const [, date, time, fraction = "", zone = ""] = RFC_3339.exec(text ?? "") ?? [];
  const offset = /^[Zz]$/.test(zone) ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const milliseconds = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : { seconds: BigInt(milliseconds / 1000), fraction };
}

/** The instant in units of the given number of decimal digits. */
const cut = ({ seconds, fraction }: Instant, digits: number): bigint =>
  seconds * 10n ** BigInt(digits) + BigInt(fraction.slice(0, digits) || "0");

const rounded = (instant: Instant, digits: number): bigint =>
  cut(instant, digits) + (Number(instant.fraction[digits] ?? "0") >= 5 ? 1n : 0n);
