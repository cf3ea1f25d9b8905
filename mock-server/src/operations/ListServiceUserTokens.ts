import { pageOf } from "../domain/paging.js";
import { activeCount, activeServiceUserTokenLimit } from "../domain/service-user-token.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";

export const listServiceUserTokens: Operation<"ServiceUserTokensService_ListServiceUserTokens"> = (
  { query },
  { lists, now, pageShift },
) => {
  const { status } = query;
  const tokens = [...lists.serviceUserTokens];
  const wanted = tokens.filter(
    (token) => status === undefined || presentServiceUserToken(token, now).status === status,
  );
  const page = pageOf(wanted, query, { list: "service_user_tokens", order: "rising", shift: pageShift });
  return {
    service_user_tokens: page.items.map((token) => presentServiceUserToken(token, now)),
    next_page_token: page.nextPageToken,
    active_count: activeCount(tokens, now),
    active_limit: activeServiceUserTokenLimit,
  };
};
