import { hashSecret } from "../domain/entropy.js";
import { allPermissions, checkPermissions } from "../domain/permissions.js";
import type { ServiceUserToken } from "../domain/records.js";
import { checkLimit } from "../domain/service-user-token.js";
import { checkNameIsFree } from "./check-name.js";
import type { Operation } from "./operation.js";
import { presentServiceUserToken } from "./present.js";
import { aboutServiceUserToken, recordActivity } from "./record-activity.js";

export const createServiceUserToken: Operation<"ServiceUserTokensService_CreateServiceUserToken"> = (
  { body },
  context,
) => {
  const { caller, store, now, entropy, assumptions } = context;
  const { organization } = caller;
  const permissions = body.permissions === undefined ? allPermissions : checkPermissions(body.permissions);
  checkNameIsFree(body.name, undefined, context);
  checkLimit([...organization.serviceUserTokens.values()], now, assumptions);
  const secret = entropy.secret();
  const token: ServiceUserToken = {
    sequence: store.nextSequence(),
    id: entropy.uuid(),
    serviceUserId: entropy.userId(),
    organizationId: organization.id,
    name: body.name,
    inactivityDays: body.inactivity_expiry_days,
    permissions,
    createdAt: now,
    updatedAt: now,
    secretIssuedAt: now,
    lastUsedAt: null,
    revokedAt: null,
    secretHash: hashSecret(secret),
  };
  store.putServiceUserToken(organization, token);
  recordActivity(context, "service_user_token.created", aboutServiceUserToken(token));
  return { service_user_token: presentServiceUserToken(token, now), secret };
};
