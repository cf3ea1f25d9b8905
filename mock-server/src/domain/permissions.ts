import { permissionCatalogue } from "../contract/generated/contract.js";
import { type FieldViolation, invalidRequest } from "../errors.js";
import { closest } from "../text/closest.js";

const names = new Map(permissionCatalogue.map(({ key, name }) => [key, name]));

/** Every permission key, sorted. */
export const allPermissions: readonly string[] = [...names.keys()].sort();

/** Whether the catalogue has the key. */
export function isPermission(key: string): boolean {
  return names.has(key);
}

/** The key with its name, for messages: `platform_management.users (Platform management: Users)`. */
export function describePermission(key: string): string {
  return `${key} (${names.get(key) ?? "unknown"})`;
}

/** The keys, sorted; throws with a field violation for each that the catalogue does not have. */
export function checkPermissions(keys: readonly string[]): readonly string[] {
  const violations = keys.flatMap((key, index): FieldViolation[] => {
    if (isPermission(key)) return [];
    const near = closest(key, allPermissions);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    return [{ field: `permissions[${index}]`, description: `"${key}" is no permission${hint}` }];
  });
  if (violations.length > 0) throw invalidRequest(violations, "UNKNOWN_PERMISSION");
  return [...keys].sort();
}
