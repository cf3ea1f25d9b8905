import { activeServiceUserTokens } from "../domain/organization.js";
import { pageOf } from "../domain/paging.js";
import { activeServiceUserTokenLimit } from "../domain/service-user-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";

export const listServiceUserTokens: Operation<"ServiceUserTokensService_ListServiceUserTokens"> = (
  { query },
  { caller, now },
) => {
  const tokens = [...caller.organization.serviceUserTokens.values()];
  const { status } = query;
  const wanted = tokens.filter(
    (token) => status === undefined || presentServiceUserToken(token, now).status === status,
  );
  const page = pageOf("service_user_tokens", wanted, query);
  return {
    service_user_tokens: page.items.map((token) => presentServiceUserToken(token, now)),
    next_page_token: page.nextPageToken,
    active_count: activeServiceUserTokens(tokens, now),
    active_limit: activeServiceUserTokenLimit,
  };
};
