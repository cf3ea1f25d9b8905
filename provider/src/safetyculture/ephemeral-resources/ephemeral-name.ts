import { createHash } from "node:crypto";
import { formatTime } from "../service-user-token/state.js";

const NAME = /^.* \(ephemeral ([0-9a-f]{12}), until (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\)$/su;

/** What the name of an ephemeral token says. */
export interface EphemeralName {
  /** Whose it is: a digest of its key. */
  readonly owner: string;
  /** Until when its run has promised to be done with it, or to say so again. */
  readonly until: Date;
}

/** The owner of the tokens of a key. */
export const ownerOf = (key: string): string =>
  createHash("sha256").update(`ephemeral token\0${key}`).digest("hex").slice(0, 12);

/** The name of an ephemeral token. */
export const ephemeralName = (name: string, { owner, until }: EphemeralName): string =>
  `${name} (ephemeral ${owner}, until ${formatTime(until.getTime())})`;

/** Reads the name of an ephemeral token; `undefined` for any other name. */
export function parseEphemeralName(name: string): EphemeralName | undefined {
  const [, owner, until] = NAME.exec(name) ?? [];
  return owner === undefined || until === undefined ? undefined : { owner, until: new Date(until) };
}
