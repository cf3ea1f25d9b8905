import { permissionCatalogue } from "../contract/generated/contract.js";
import { type FieldViolation, invalidRequest } from "../errors.js";
import { closest } from "../text/closest.js";

const names = new Map(permissionCatalogue.map(({ key, name }) => [key, name]));

/** Every permission key, sorted. */
export const allPermissions: readonly string[] = [...names.keys()].sort();

/** Unknown keys that are told of one request. */
const violationLimit = 20;

/** The key with its name, for messages: `platform_management.users (Platform management: Users)`. */
export function describePermission(key: string): string {
  return `${key} (${names.get(key) ?? "unknown"})`;
}

/** The keys that the catalogue does not have, each as a violation of the field at its place. */
export function unknownPermissions(keys: readonly string[], field = "permissions"): FieldViolation[] {
  const unknown = [...keys.entries()].filter(([, key]) => !names.has(key));
  return unknown.slice(0, violationLimit).map(([index, key]) => {
    const near = closest(key, allPermissions);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    return { field: `${field}[${index}]`, description: `"${key.slice(0, 80)}" is not a permission${hint}` };
  });
}

/** The keys, sorted. Throws when the catalogue does not have all of them. */
export function checkPermissions(keys: readonly string[]): readonly string[] {
  const violations = unknownPermissions(keys);
  if (violations.length > 0) throw invalidRequest(violations, "UNKNOWN_PERMISSION");
  return [...keys].sort();
}
