import { hashSecret } from "../domain/entropy.js";
import type { UserToken } from "../domain/records.js";
import { checkLimit } from "../domain/user-token.js";
import { callingPerson } from "./find-token.js";
import type { Operation } from "./operation.js";
import { presentUserToken } from "./present.js";
import { aboutUserToken, recordActivity } from "./record-activity.js";

export const createUserToken: Operation<"UserTokensService_CreateUserToken"> = ({ body }, context) => {
  const { store, now, entropy } = context;
  const { organization, user } = callingPerson(context);
  checkLimit(organization.userTokensOf(user.id), now);
  const secret = entropy.secret();
  const token: UserToken = {
    sequence: store.nextSequence(),
    id: entropy.uuid(),
    userId: user.id,
    organizationId: organization.id,
    name: body.name,
    createdAt: now,
    lastUsedAt: null,
    revokedAt: null,
    endedAt: null,
    secretHash: hashSecret(secret),
  };
  store.putUserToken(organization, token);
  recordActivity(context, "user_token.created", aboutUserToken(token));
  return { user_token: presentUserToken(token, now), secret };
};
