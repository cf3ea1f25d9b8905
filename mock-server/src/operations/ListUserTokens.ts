import { pageOf } from "../domain/paging.js";
import { activeCount, activeUserTokenLimit } from "../domain/user-token.js";
import { callingPerson } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentUserToken } from "./present.js";

export const listUserTokens: Operation<"UserTokensService_ListUserTokens"> = ({ query }, context) => {
  const { lists, now, pageShift } = context;
  const { user } = callingPerson(context);
  const tokens = [...lists.userTokens].filter(({ userId }) => userId === user.id);
  const page = pageOf(tokens, query, { list: "user_tokens", order: "rising", shift: pageShift });
  return {
    user_tokens: page.items.map((token) => presentUserToken(token, now)),
    next_page_token: page.nextPageToken,
    active_count: activeCount(tokens, now),
    active_limit: activeUserTokenLimit,
  };
};
