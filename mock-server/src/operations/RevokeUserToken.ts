import { revoked } from "../domain/user-token.js";
import { findUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentUserToken } from "./present.js";
import { aboutUserToken, recordActivity } from "./record-activity.js";

export const revokeUserToken: Operation<"UserTokensService_RevokeUserToken"> = ({ path }, context) => {
  const { caller, store, now } = context;
  const token = revoked(findUserToken(path.id, context), now);
  store.putUserToken(caller.organization, token);
  recordActivity(context, "user_token.revoked", aboutUserToken(token));
  return { user_token: presentUserToken(token, now) };
};
