import type { components } from "@safetyculture-tokens/sdk/contract";
import { formatInstant, type Instant } from "../clock.js";
import type { ServiceUserToken, User, UserToken } from "../domain/records.js";
import * as serviceUserToken from "../domain/service-user-token.js";
import * as userToken from "../domain/user-token.js";

type Schemas = components["schemas"];

const serviceUserTokenStatus = {
  active: "SERVICE_USER_TOKEN_STATUS_ACTIVE",
  revoked: "SERVICE_USER_TOKEN_STATUS_REVOKED",
  expired: "SERVICE_USER_TOKEN_STATUS_EXPIRED",
} as const;

const userTokenStatus = {
  active: "USER_TOKEN_STATUS_ACTIVE",
  revoked: "USER_TOKEN_STATUS_REVOKED",
  expired: "USER_TOKEN_STATUS_EXPIRED",
} as const;

function optionalInstant(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

/** A service user token as the API shows it at a moment. */
export function presentServiceUserToken(token: ServiceUserToken, now: Instant): Schemas["ServiceUserToken"] {
  const state = serviceUserToken.stateOf(token, now);
  return {
    id: token.id,
    service_user_id: token.serviceUserId,
    organisation_id: token.organizationId,
    name: token.name,
    inactivity_expiry_days: token.inactivityDays,
    permissions: [...token.permissions],
    status: serviceUserTokenStatus[state],
    created_at: formatInstant(token.createdAt),
    updated_at: formatInstant(token.updatedAt),
    secret_issued_at: formatInstant(token.secretIssuedAt),
    last_used_at: optionalInstant(token.lastUsedAt),
    revoked_at: optionalInstant(token.revokedAt),
    expires_at: state === "active" ? formatInstant(serviceUserToken.expiryOf(token)) : null,
  };
}

/** A user token as the API shows it at a moment. */
export function presentUserToken(token: UserToken, now: Instant): Schemas["UserToken"] {
  const state = userToken.stateOf(token, now);
  return {
    id: token.id,
    user_id: token.userId,
    organisation_id: token.organizationId,
    name: token.name,
    status: userTokenStatus[state],
    created_at: formatInstant(token.createdAt),
    last_used_at: optionalInstant(token.lastUsedAt),
    revoked_at: optionalInstant(token.revokedAt),
    expires_at: state === "active" ? formatInstant(userToken.expiryOf(token)) : null,
  };
}

/** A person as the list of users shows them. */
export function presentUser(user: User): Schemas["User"] {
  return {
    id: user.id,
    firstname: user.firstname,
    lastname: user.lastname,
    email: user.email,
    seat_type: user.seatType,
    status: user.deactivatedAt === null ? "USER_ACTIVE_STATUS_ACTIVE" : "USER_ACTIVE_STATUS_DEACTIVATED",
  };
}
