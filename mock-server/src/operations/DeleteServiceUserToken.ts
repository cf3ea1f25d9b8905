import { checkDeletable } from "../domain/service-user-token.js";
import { findServiceUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { aboutServiceUserToken, recordActivity } from "./record-activity.js";

export const deleteServiceUserToken: Operation<"ServiceUserTokensService_DeleteServiceUserToken"> = (
  { path },
  context,
) => {
  const { caller, store, now } = context;
  const token = findServiceUserToken(path.id, context);
  checkDeletable(token, now);
  store.deleteServiceUserToken(caller.organization, token);
  recordActivity(context, "service_user_token.deleted", aboutServiceUserToken(token));
  return {};
};
