import { createServiceUserToken } from "./CreateServiceUserToken.js";
import { createSession } from "./CreateSession.js";
import { createUserToken } from "./CreateUserToken.js";
import { deleteServiceUserToken } from "./DeleteServiceUserToken.js";
import { deleteUserToken } from "./DeleteUserToken.js";
import { getServiceUserToken } from "./GetServiceUserToken.js";
import { listActivities } from "./ListActivities.js";
import { listPermissions } from "./ListPermissions.js";
import { listScimUsers } from "./ListScimUsers.js";
import { listServiceUserTokens } from "./ListServiceUserTokens.js";
import { listUsers } from "./ListUsers.js";
import { listUserTokens } from "./ListUserTokens.js";
import type { Operations } from "./operation.js";
import { regenerateServiceUserToken } from "./RegenerateServiceUserToken.js";
import { revokeServiceUserToken } from "./RevokeServiceUserToken.js";
import { revokeUserToken } from "./RevokeUserToken.js";
import { updateServiceUserToken } from "./UpdateServiceUserToken.js";
import { whoAmI } from "./WhoAmI.js";

/** Every operation of the contract; one that has no function here does not compile. */
export const operations: Operations = {
  ServiceUserTokensService_ListServiceUserTokens: listServiceUserTokens,
  ServiceUserTokensService_CreateServiceUserToken: createServiceUserToken,
  ServiceUserTokensService_GetServiceUserToken: getServiceUserToken,
  ServiceUserTokensService_UpdateServiceUserToken: updateServiceUserToken,
  ServiceUserTokensService_RevokeServiceUserToken: revokeServiceUserToken,
  ServiceUserTokensService_RegenerateServiceUserToken: regenerateServiceUserToken,
  ServiceUserTokensService_DeleteServiceUserToken: deleteServiceUserToken,
  UserTokensService_ListUserTokens: listUserTokens,
  UserTokensService_CreateUserToken: createUserToken,
  UserTokensService_RevokeUserToken: revokeUserToken,
  UserTokensService_DeleteUserToken: deleteUserToken,
  UsersService_CreateSession: createSession,
  UsersService_WhoAmI: whoAmI,
  UsersService_ListUsers: listUsers,
  UsersService_ListScimUsers: listScimUsers,
  PermissionsService_ListPermissions: listPermissions,
  ActivityLogService_ListActivities: listActivities,
};
