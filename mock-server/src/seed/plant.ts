import type { Seed, SeedOrganization } from "../control/types.js";
import { hashSecret } from "../domain/entropy.js";
import type { Organization } from "../domain/organization.js";
import { allPermissions } from "../domain/permissions.js";
import type { User } from "../domain/records.js";
import type { OrganizationAccess } from "../organization-access.js";
import { type Ground, takeSecret } from "./ground.js";
import { SeedError } from "./seed-error.js";
import { plantServiceUserTokens } from "./service-user-tokens.js";
import { plantUsers } from "./users.js";

/** Fills a store from a seed. A seed without organizations has one. Throws {@link SeedError} for what cannot be. */
export function plant(seed: Seed, ground: Ground): OrganizationAccess[] {
  const organizations = seed.organizations ?? [{}];
  return organizations.map((organization, index) => plantOrganization(organization, index, ground));
}

function plantOrganization(seed: SeedOrganization, index: number, ground: Ground): OrganizationAccess {
  const { store, entropy, now } = ground;
  const place = `organizations[${index}]`;
  const id = seed.id ?? entropy.organizationId();
  if (store.organizations.has(id)) throw SeedError.at(`${place}.id`, `${id} is there twice`);
  const organization = store.addOrganization(id, seed.name ?? `Organization ${index + 1}`, now);
  // The credential first: what a seed gains at its end changes no id or secret before it.
  const apiToken = takeSecret(seed.api_token, `${place}.api_token`, ground);
  plantUsers(seed.users ?? [], organization, place, ground);
  const administrator = administratorOf(organization) ?? addAdministrator(organization, ground);
  store.addBootstrapCredential(organization, {
    organizationId: organization.id,
    userId: administrator.id,
    secretHash: hashSecret(apiToken),
  });
  plantServiceUserTokens(seed.service_user_tokens ?? [], organization, place, ground);
  return { id: organization.id, name: organization.name, apiToken };
}

function administratorOf(organization: Organization): User | undefined {
  return [...organization.users.values()].find(
    (user) => user.deactivatedAt === null && user.permissions.length === allPermissions.length,
  );
}

function addAdministrator(organization: Organization, { store, entropy }: Ground): User {
  const administrator: User = {
    sequence: store.nextSequence(),
    id: entropy.userId(),
    organizationId: organization.id,
    firstname: "Ada",
    lastname: "Admin",
    email: "ada.admin@example.com",
    seatType: "SUBSCRIPTION_SEAT_TYPE_PREMIUM",
    permissions: allPermissions,
    groupIds: [],
    siteIds: [],
    deactivatedAt: null,
  };
  store.putUser(organization, administrator);
  return administrator;
}
