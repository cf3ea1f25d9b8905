import type { OperationDescriptor } from "../contract/types.js";
import { type Caller, permissionsOf } from "../domain/caller.js";
import { describePermission } from "../domain/permissions.js";
import { forbidden } from "../errors.js";

/** Throws 403, with the names of what is missing, unless the caller has all permissions of the operation. */
export function authorize(caller: Caller, operation: OperationDescriptor<string>): void {
  const own = permissionsOf(caller);
  const missing = operation.permissions.filter((key) => !own.includes(key));
  const [first] = missing;
  if (first === undefined) return;
  const [noun, verb] = missing.length === 1 ? ["permission", "is"] : ["permissions", "are"];
  throw forbidden(
    "PERMISSION_DENIED",
    `the ${noun} ${missing.map(describePermission).join(" and ")} ${verb} required`,
    { permission: first, missing_permissions: missing.join(",") },
  );
}
