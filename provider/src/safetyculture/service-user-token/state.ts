import type { Secret, ServiceUserToken } from "@safetyculture-tokens/sdk";
import { DiagnosticError, isUnknown, type Unknown } from "../../framework/index.js";
import { statusName } from "../status.js";
import type { TokenPlan, TokenState } from "./schema.js";

/** The secret as Terraform received it, if it did. */
export type StoredSecret = Pick<
  TokenState,
  "secret" | "secret_version" | "secret_fingerprint" | "secret_issued_at"
>;
/** What only Terraform knows of a token. */
export type Kept = StoredSecret & Pick<TokenState, "all_permissions" | "on_destroy" | "timeouts">;

/**
 * The state of a token: what the API says of it, and what only Terraform knows. A secret that was issued at another time
 * than the token's present one is dead, and is dropped.
 */
export function stateOf(token: ServiceUserToken, kept: Kept): TokenState {
  const status = statusName(token.status);
  const isPresent = kept.secret_issued_at === token.secret_issued_at;
  return {
    name: token.name,
    inactivity_expiry_days: token.inactivity_expiry_days,
    permissions: token.permissions,
    all_permissions: kept.all_permissions,
    enabled: status !== "revoked",
    on_destroy: kept.on_destroy,
    timeouts: kept.timeouts,
    id: token.id,
    service_user_id: token.service_user_id,
    organization_id: token.organisation_id,
    status,
    created_at: token.created_at,
    secret_issued_at: token.secret_issued_at,
    secret: isPresent ? kept.secret : null,
    secret_version: kept.secret_version,
    secret_fingerprint: isPresent ? kept.secret_fingerprint : null,
  };
}

/**
 * A secret that has just been issued, as the state keeps it. Its version is the time of its issue in seconds, because a
 * token that is made anew does not know the version that the one before it had.
 */
export function issuedSecret(secret: Secret, token: ServiceUserToken, previousVersion: number): StoredSecret {
  const issuedAt = Math.floor(Date.parse(token.secret_issued_at) / 1000);
  return {
    secret: secret.reveal(),
    secret_issued_at: token.secret_issued_at,
    secret_version: Math.max(previousVersion + 1, issuedAt),
    secret_fingerprint: secret.fingerprint(),
  };
}

/** What a plan keeps, with a secret to go with it. */
export function keptOf(plan: TokenPlan, stored: StoredSecret): Kept {
  const { secret, secret_version, secret_fingerprint, secret_issued_at } = stored;
  return {
    secret,
    secret_version,
    secret_fingerprint,
    secret_issued_at,
    all_permissions: known(plan.all_permissions, "all_permissions"),
    on_destroy: known(plan.on_destroy, "on_destroy"),
    // Its members come from the configuration alone, so they are known when the plan is applied.
    timeouts: known(plan.timeouts, "timeouts") as TokenState["timeouts"],
  };
}

/** A planned value, which is known by the time that it is applied. */
export function known<T>(value: T, name: string): Exclude<T, Unknown> {
  if (isUnknown(value)) {
    throw new DiagnosticError("Value not known", `Terraform did not say what ${name} is before applying it.`);
  }
  return value as Exclude<T, Unknown>;
}
