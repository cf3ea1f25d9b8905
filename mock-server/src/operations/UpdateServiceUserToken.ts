import { checkPermissions } from "../domain/permissions.js";
import { edited } from "../domain/service-user-token.js";
import { checkNameIsFree } from "./check-name.js";
import { findServiceUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";
import { aboutServiceUserToken, recordActivity } from "./record-activity.js";

export const updateServiceUserToken: Operation<"ServiceUserTokensService_UpdateServiceUserToken"> = (
  { path, body },
  context,
) => {
  const { name, inactivity_expiry_days: inactivityDays, permissions } = body;
  const { caller, store, now } = context;
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(inactivityDays === undefined ? {} : { inactivityDays }),
    ...(permissions === undefined ? {} : { permissions: checkPermissions(permissions) }),
  };
  const token = edited(findServiceUserToken(path.id, context), change, now);
  checkNameIsFree(token.name, token.id, context);
  store.putServiceUserToken(caller.organization, token);
  recordActivity(context, "service_user_token.updated", aboutServiceUserToken(token));
  return { service_user_token: presentServiceUserToken(token, now) };
};
