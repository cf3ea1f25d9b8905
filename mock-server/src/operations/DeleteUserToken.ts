import { findUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { aboutUserToken, recordActivity } from "./record-activity.js";

/** In any state: unlike a service user token, it need not be revoked before. */
export const deleteUserToken: Operation<"UserTokensService_DeleteUserToken"> = ({ path }, context) => {
  const token = findUserToken(path.id, context);
  context.store.deleteUserToken(context.caller.organization, token);
  recordActivity(context, "user_token.deleted", aboutUserToken(token));
  return {};
};
