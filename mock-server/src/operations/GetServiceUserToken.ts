import { findServiceUserToken } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";

export const getServiceUserToken: Operation<"ServiceUserTokensService_GetServiceUserToken"> = (
  { path },
  context,
) => ({
  service_user_token: presentServiceUserToken(findServiceUserToken(path.id, context), context.now),
});
