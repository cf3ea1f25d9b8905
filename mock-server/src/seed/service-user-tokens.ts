import type { SeedServiceUserToken } from "../control/types.js";
import { hashSecret } from "../domain/entropy.js";
import type { Organization } from "../domain/organization.js";
import type { ServiceUserToken } from "../domain/records.js";
import { activeCount, activeServiceUserTokenLimit, stateOf } from "../domain/service-user-token.js";
import { type Ground, takeSecret } from "./ground.js";
import { permissionsOf } from "./permissions.js";
import { SeedError } from "./seed-error.js";
import { checkState, timesOf } from "./times.js";

/** Adds the service user tokens of a seed. */
export function plantServiceUserTokens(
  seeds: readonly SeedServiceUserToken[],
  organization: Organization,
  organizationPlace: string,
  ground: Ground,
): void {
  const places = `${organizationPlace}.service_user_tokens`;
  for (const [index, seed] of seeds.entries()) plantToken(seed, organization, `${places}[${index}]`, ground);
  const tokens = [...organization.serviceUserTokens.values()];
  const { revokedCount } = ground.assumptions;
  const counted = revokedCount ? tokens.length : activeCount(tokens, ground.now);
  if (counted > activeServiceUserTokenLimit) {
    const kind = revokedCount ? "count" : "are active";
    throw SeedError.at(places, `${counted} ${kind}, of ${activeServiceUserTokenLimit} allowed`);
  }
}

function plantToken(
  seed: SeedServiceUserToken,
  organization: Organization,
  place: string,
  ground: Ground,
): void {
  const { store, entropy, now, assumptions } = ground;
  const { serviceUserTokens } = organization;
  const inactivityDays = seed.inactivity_expiry_days ?? 45;
  const secret = takeSecret(seed.secret, `${place}.secret`, ground);
  const { createdAt, lastUsedAt } = timesOf(seed, inactivityDays, place, now);
  const revokedAt = seed.status === "revoked" ? now : null;
  const token: ServiceUserToken = {
    sequence: store.nextSequence(),
    id: seed.id ?? entropy.uuid(),
    serviceUserId: seed.service_user_id ?? entropy.userId(),
    organizationId: organization.id,
    name: seed.name,
    inactivityDays,
    permissions: permissionsOf(seed.permissions ?? "all", `${place}.permissions`),
    createdAt,
    updatedAt: revokedAt ?? createdAt,
    secretIssuedAt: createdAt,
    lastUsedAt,
    revokedAt,
    secretHash: hashSecret(secret),
  };
  if (token.permissions.length === 0) throw SeedError.at(`${place}.permissions`, "at least one is needed");
  if (serviceUserTokens.has(token.id)) throw SeedError.at(`${place}.id`, `${token.id} is there twice`);
  if (assumptions.uniqueNames && [...serviceUserTokens.values()].some(({ name }) => name === token.name)) {
    throw SeedError.at(`${place}.name`, `"${token.name}" is there twice, and names are assumed to be unique`);
  }
  checkState(seed.status, stateOf(token, now), place);
  store.putServiceUserToken(organization, token);
}
