import { permissionCatalogue } from "../contract/generated/contract.js";
import type { Operation } from "./operation.js";

export const listPermissions: Operation<"PermissionsService_ListPermissions"> = () => ({
  permissions: [...permissionCatalogue],
});
