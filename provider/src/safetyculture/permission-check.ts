import type { Permission } from "@safetyculture-tokens/sdk";
import { distance } from "fastest-levenshtein";
import { at, DiagnosticError } from "../framework/index.js";

const SUGGESTIONS = 3;

/** Refuses keys that the catalogue does not have, naming the nearest ones that it has. */
export function refuseUnknownPermissions(keys: readonly string[], catalogue: readonly Permission[]): void {
  const known = new Set(catalogue.map(({ key }) => key));
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length === 0) return;
  const lines = unknown.map((key) => `  - ${JSON.stringify(key)}${suggestion(key, catalogue)}`);
  throw new DiagnosticError(
    "Unknown permission",
    `The catalogue of permissions has no such ${unknown.length === 1 ? "key" : "keys"}:\n${lines.join("\n")}\n` +
      "The data source safetyculture_permissions lists all of them.",
    at("permissions"),
  );
}

/** The keys that look most like a wrong one, unless none looks like it; a name as the web app shows it finds its key. */
function suggestion(wrong: string, catalogue: readonly Permission[]): string {
  const text = wrong.toLowerCase();
  const difference = ({ key, name }: Permission): number =>
    Math.min(distance(text, key.toLowerCase()), distance(text, name.toLowerCase()));
  const near = catalogue
    .map((permission) => ({ key: permission.key, difference: difference(permission) }))
    .filter((candidate) => candidate.difference <= Math.max(3, wrong.length / 2))
    .sort((a, b) => a.difference - b.difference || (a.key < b.key ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ key }) => JSON.stringify(key));
  return near.length > 0 ? `: did you mean ${near.join(", ").replace(/, ([^,]*)$/, " or $1")}?` : "";
}
