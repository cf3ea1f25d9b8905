import { revoked } from "../domain/service-user-token.js";
import { findServiceUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";
import { aboutServiceUserToken, recordActivity } from "./record-activity.js";

export const revokeServiceUserToken: Operation<"ServiceUserTokensService_RevokeServiceUserToken"> = (
  { path },
  context,
) => {
  const { caller, store, now } = context;
  const token = revoked(findServiceUserToken(path.id, context), now);
  store.putServiceUserToken(caller.organization, token);
  recordActivity(context, "service_user_token.revoked", aboutServiceUserToken(token));
  return { service_user_token: presentServiceUserToken(token, now) };
};
