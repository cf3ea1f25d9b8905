import { hashSecret } from "../domain/entropy.js";
import { checkLimit, regenerated } from "../domain/service-user-token.js";
import { findServiceUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";
import { aboutServiceUserToken, recordActivity } from "./record-activity.js";

export const regenerateServiceUserToken: Operation<"ServiceUserTokensService_RegenerateServiceUserToken"> = (
  { path },
  context,
) => {
  const { caller, store, now, entropy, assumptions } = context;
  const { organization } = caller;
  const secret = entropy.secret();
  const token = regenerated(findServiceUserToken(path.id, context), hashSecret(secret), now, assumptions);
  const others = [...organization.serviceUserTokens.values()].filter(({ id }) => id !== token.id);
  checkLimit(others, now, assumptions);
  store.putServiceUserToken(organization, token);
  recordActivity(context, "service_user_token.regenerated", aboutServiceUserToken(token));
  return { service_user_token: presentServiceUserToken(token, now), secret };
};
