/** Longest name that the API takes, in characters. */
const MAX_NAME = 130;

const RETIRING = /^(.*) \(retires (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\)$/su;

/** What the name of an outgoing token says. */
export interface RetiringName {
  /** Name of the token that took its place; ends with `…` if it had to be shortened. */
  readonly base: string;
  /** When it may be retired, in milliseconds since 1970. */
  readonly retireAfter: number;
}

/** A time as the API writes it: RFC 3339 with whole seconds. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function suffix(retireAfter: number): string {
  return ` (retires ${formatTime(retireAfter)})`;
}

/** The name, shortened so far that the time of retirement still fits behind it. */
export function retiringBase(name: string): string {
  const room = MAX_NAME - suffix(0).length;
  const characters = [...name];
  return characters.length <= room ? name : `${characters.slice(0, room - 1).join("")}…`;
}

/** The name of an outgoing token: what it was, and when it may be retired, so that no state need be kept elsewhere. */
export function retiringName(name: string, retireAfter: number): string {
  return retiringBase(name) + suffix(retireAfter);
}

/** Reads the name of an outgoing token; nothing for any other name. */
export function parseRetiringName(name: string): RetiringName | undefined {
  const [, base, time] = RETIRING.exec(name) ?? [];
  if (base === undefined || time === undefined) return undefined;
  const retireAfter = Date.parse(time);
  return Number.isNaN(retireAfter) ? undefined : { base, retireAfter };
}
