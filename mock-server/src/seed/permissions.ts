import { allPermissions, unknownPermissions } from "../domain/permissions.js";
import { SeedError } from "./seed-error.js";

/** The permissions that a seed gives, sorted. */
export function permissionsOf(given: "all" | readonly string[], place: string): readonly string[] {
  if (given === "all") return allPermissions;
  const [unknown] = unknownPermissions(given, place);
  if (unknown !== undefined) throw SeedError.at(unknown.field, unknown.description);
  return [...given].sort();
}
