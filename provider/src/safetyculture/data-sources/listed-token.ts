import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { attribute } from "../../framework/index.js";
import { statusName } from "../status.js";

const computed = (description: string) => attribute.string("computed", { description });

/** What data sources show of a token besides its id and name. */
export const tokenAttributes = {
  service_user_id: computed("Id of the service user behind the token."),
  organization_id: computed("Id of the organization."),
  inactivity_expiry_days: attribute.integer("computed", {
    description: "Days without use after which it expires.",
  }),
  permissions: attribute.set("computed", "string", { description: "Keys of its permissions." }),
  status: computed("`active`, `revoked` or `expired`."),
  created_at: computed("When it was created, RFC 3339."),
  updated_at: computed("When it last changed."),
  secret_issued_at: computed("When its present secret was issued."),
  last_used_at: computed("When it was last used; null when its secret was never used."),
  revoked_at: computed("When it was revoked; null unless it is."),
  expires_at: computed("When it expires unless it is used; null unless it is active."),
};

export const listedToken = (token: ServiceUserToken) => ({
  id: token.id,
  name: token.name,
  service_user_id: token.service_user_id,
  organization_id: token.organisation_id,
  inactivity_expiry_days: token.inactivity_expiry_days,
  permissions: token.permissions,
  status: statusName(token.status),
  created_at: token.created_at,
  updated_at: token.updated_at,
  secret_issued_at: token.secret_issued_at,
  last_used_at: token.last_used_at,
  revoked_at: token.revoked_at,
  expires_at: token.expires_at,
});
