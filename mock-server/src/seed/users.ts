import type { SeedUser, SeedUserToken } from "../control/types.js";
import { hashSecret } from "../domain/entropy.js";
import type { Organization } from "../domain/organization.js";
import type { User, UserToken } from "../domain/records.js";
import { activeCount, activeUserTokenLimit, ended, idleDays, stateOf } from "../domain/user-token.js";
import { type Ground, takeSecret } from "./ground.js";
import { permissionsOf } from "./permissions.js";
import { SeedError } from "./seed-error.js";
import { checkState, timesOf } from "./times.js";

/** Adds the people of a seed, with their tokens. */
export function plantUsers(
  seeds: readonly SeedUser[],
  organization: Organization,
  organizationPlace: string,
  ground: Ground,
): void {
  for (const [index, seed] of seeds.entries()) {
    const place = `${organizationPlace}.users[${index}]`;
    const user = userOf(seed, index, organization, place, ground);
    ground.store.putUser(organization, user);
    for (const [tokenIndex, token] of (seed.user_tokens ?? []).entries()) {
      plantToken(token, user, organization, `${place}.user_tokens[${tokenIndex}]`, ground);
    }
    const active = activeCount(organization.userTokensOf(user.id), ground.now);
    if (active > activeUserTokenLimit) {
      throw SeedError.at(`${place}.user_tokens`, `${active} are active, of ${activeUserTokenLimit} allowed`);
    }
  }
}

function userOf(
  seed: SeedUser,
  index: number,
  organization: Organization,
  place: string,
  { store, entropy, now }: Ground,
): User {
  const id = seed.id ?? entropy.userId();
  if (organization.users.has(id)) throw SeedError.at(`${place}.id`, `${id} is there twice`);
  return {
    sequence: store.nextSequence(),
    id,
    organizationId: organization.id,
    firstname: seed.firstname ?? `User ${index + 1}`,
    lastname: seed.lastname ?? "",
    email: seed.email ?? `user.${index + 1}@example.com`,
    seatType: seed.seat_type ?? "SUBSCRIPTION_SEAT_TYPE_PREMIUM",
    permissions: permissionsOf(seed.permissions ?? [], `${place}.permissions`),
    groupIds: seed.group_ids ?? [],
    siteIds: seed.site_ids ?? [],
    deactivatedAt: seed.status === "deactivated" ? now : null,
  };
}

function plantToken(
  seed: SeedUserToken,
  user: User,
  organization: Organization,
  place: string,
  ground: Ground,
): void {
  const { store, entropy, now } = ground;
  const secret = takeSecret(seed.secret, `${place}.secret`, ground);
  const { createdAt, lastUsedAt } = timesOf(seed, idleDays, place, now);
  const token: UserToken = {
    sequence: store.nextSequence(),
    id: seed.id ?? entropy.uuid(),
    userId: user.id,
    organizationId: organization.id,
    name: seed.name,
    createdAt,
    lastUsedAt,
    revokedAt: seed.status === "revoked" ? now : null,
    endedAt: null,
    secretHash: hashSecret(secret),
  };
  if (organization.userTokens.has(token.id)) throw SeedError.at(`${place}.id`, `${token.id} is there twice`);
  const last = user.deactivatedAt === null ? token : ended(token, now);
  checkState(seed.status, stateOf(last, now), place);
  store.putUserToken(organization, last);
}
