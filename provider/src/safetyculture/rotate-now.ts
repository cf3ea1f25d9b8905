import { isLaterInstant } from "@safetyculture-tokens/sdk/instants";
import { DiagnosticError } from "../framework/index.js";

const VARIABLE = "SAFETYCULTURE_ROTATE";

/**
 * The time before which secrets of a token of this name are to be rotated, from `SAFETYCULTURE_ROTATE="NAME@TIME,…"`. With
 * a time, and not just a name, a second run with the same environment does nothing.
 */
export function rotateNow(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[VARIABLE];
  if (text === undefined || text.trim() === "") return undefined;
  const times = text
    .split(",")
    .filter((entry) => entry.trim() !== "")
    .map(parseEntry)
    .filter((entry) => entry.name.normalize("NFC") === name.normalize("NFC"))
    .map((entry) => entry.time);
  return times.reduce<string | undefined>(
    (a, b) => (a === undefined || isLaterInstant(b, a) ? b : a),
    undefined,
  );
}

/** The variable with a value that rotates one token, for a message. */
export const rotateHint = (name: string, now: Date): string =>
  `${VARIABLE}=${JSON.stringify(`${name}@${now.toISOString().replace(/\.\d+Z$/, "Z")}`)}`;

function parseEntry(entry: string): { readonly name: string; readonly time: string } {
  const at = entry.lastIndexOf("@");
  const time = entry.slice(at + 1).trim();
  if (at > 0 && isLaterInstant(time, "1970-01-01T00:00:00Z"))
    return { name: entry.slice(0, at).trim(), time };
  throw new DiagnosticError(
    `${VARIABLE} not valid`,
    `${JSON.stringify(entry)} is not NAME@TIME with the name of a token and a time as RFC 3339. Write for example ` +
      `${VARIABLE}="power-bi@2026-01-31T12:00:00Z"; several are separated by commas.`,
  );
}
