import { activeUserTokens } from "../domain/organization.js";
import { pageOf } from "../domain/paging.js";
import { activeUserTokenLimit } from "../domain/user-token.js";
import { callingPerson } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentUserToken } from "./present.js";

export const listUserTokens: Operation<"UserTokensService_ListUserTokens"> = ({ query }, context) => {
  const { organization, user } = callingPerson(context);
  const tokens = [...organization.userTokensOf(user.id)];
  const page = pageOf("user_tokens", tokens, query);
  return {
    user_tokens: page.items.map((token) => presentUserToken(token, context.now)),
    next_page_token: page.nextPageToken,
    active_count: activeUserTokens(tokens, context.now),
    active_limit: activeUserTokenLimit,
  };
};
