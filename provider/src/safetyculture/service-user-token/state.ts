import type { Secret, ServiceUserToken } from "@safetyculture-tokens/sdk";
import { isSameInstant } from "@safetyculture-tokens/sdk/instants";
import { DiagnosticError, isUnknown, type Unknown } from "../../framework/index.js";
import type { IssuedSecrets } from "../issued-secrets.js";
import { statusName } from "../status.js";
import type { TokenPlan, TokenState } from "./schema.js";
import type { Sealer } from "./sealer.js";

const DAY_MS = 86_400_000;

/** The secret as Terraform received it, if it did. */
export type StoredSecret = Pick<
  TokenState,
  "secret" | "sealed_secrets" | "secret_version" | "secret_fingerprint" | "secret_issued_at"
>;
/** What only Terraform knows of a token. */
export type Kept = StoredSecret &
  Pick<
    TokenState,
    | "organization"
    | "all_permissions"
    | "on_destroy"
    | "rotation"
    | "secret_storage"
    | "sealed_to"
    | "adopt"
    | "timeouts"
    | "previous"
  > & { readonly created_at?: string | null };

/** The state of a token: what the API says of it, and what only Terraform knows. */
export function stateOf(token: ServiceUserToken, kept: Kept): TokenState {
  const status = statusName(token.status);
  const issuedAt = sameSpelling(kept.secret_issued_at, token.secret_issued_at);
  return {
    name: token.name,
    organization: kept.organization,
    inactivity_expiry_days: token.inactivity_expiry_days,
    permissions: token.permissions,
    all_permissions: kept.all_permissions,
    enabled: status !== "revoked",
    on_destroy: kept.on_destroy ?? "delete",
    rotation: kept.rotation,
    secret_storage: kept.secret_storage ?? "state",
    sealed_to: kept.sealed_to,
    adopt: kept.adopt ?? "never",
    timeouts: kept.timeouts,
    id: token.id,
    service_user_id: token.service_user_id,
    organization_id: token.organisation_id,
    status,
    created_at: sameSpelling(kept.created_at ?? null, token.created_at),
    secret_issued_at: issuedAt,
    next_rotation_at: nextRotation(issuedAt, kept.rotation?.after_days ?? null),
    secret: kept.secret,
    sealed_secrets: kept.sealed_secrets,
    secret_version: kept.secret_version,
    secret_fingerprint: kept.secret_fingerprint,
    previous: kept.previous,
  };
}

/** The stored spelling of a time, as long as it is the same time. */
const sameSpelling = (stored: string | null, now: string): string =>
  stored !== null && isSameInstant(stored, now) ? stored : now;

/** When a secret is due for rotation by its age, as RFC 3339. */
export function nextRotation(issuedAt: string | null, afterDays: number | null): string | null {
  const issued = Date.parse(issuedAt ?? "");
  return afterDays === null || Number.isNaN(issued) ? null : formatTime(issued + afterDays * DAY_MS);
}

/** RFC 3339 with whole seconds, as the API writes it. */
export const formatTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");

/** Who is given a new secret, and what goes with it. */
export interface Receiving {
  readonly plan: TokenPlan;
  readonly issued: IssuedSecrets;
  /** Encrypts to the recipients of the plan. */
  readonly sealer: Sealer;
  /** The version of the secret before, 0 when there was none. */
  readonly previousVersion: number;
}

/**
 * A secret that has just been issued, as the state keeps it. Its version is a time in milliseconds, because a token that
 * is replaced does not know the version that the one before it had; it is never one that this process has seen.
 */
export async function received(
  { token, secret }: { readonly token: ServiceUserToken; readonly secret: Secret },
  { plan, issued, sealer, previousVersion }: Receiving,
): Promise<StoredSecret> {
  const version = issued.nextVersion(previousVersion, Date.parse(token.secret_issued_at));
  issued.add(token.id, version, secret.reveal());
  const storage = known(plan.secret_storage, "secret_storage");
  return {
    secret: storage === "state" ? secret.reveal() : null,
    sealed_secrets: storage === "sealed" ? await sealer.seal(secret.reveal()) : null,
    secret_issued_at: token.secret_issued_at,
    secret_version: version,
    secret_fingerprint: secret.fingerprint(),
  };
}

/** What a plan keeps, with a secret to go with it. */
export function keptOf(plan: TokenPlan, stored: StoredSecret & Pick<Kept, "previous" | "created_at">): Kept {
  const { secret, sealed_secrets, secret_version, secret_fingerprint, secret_issued_at } = stored;
  return {
    secret,
    sealed_secrets,
    secret_version,
    secret_fingerprint,
    secret_issued_at,
    previous: stored.previous,
    created_at: stored.created_at ?? null,
    organization: known(plan.organization, "organization"),
    all_permissions: known(plan.all_permissions, "all_permissions"),
    on_destroy: known(plan.on_destroy, "on_destroy"),
    secret_storage: known(plan.secret_storage, "secret_storage"),
    adopt: known(plan.adopt, "adopt"),
    // The members of these come from the configuration and defaults, so they are known when the plan is applied.
    rotation: known(plan.rotation, "rotation") as TokenState["rotation"],
    sealed_to: known(plan.sealed_to, "sealed_to") as TokenState["sealed_to"],
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
