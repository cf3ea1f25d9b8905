import type { Instant } from "../clock.js";
import { type Entropy, hashSecret } from "../domain/entropy.js";
import { allPermissions } from "../domain/permissions.js";
import type { User } from "../domain/records.js";
import type { Store } from "../domain/store.js";
import type { OrganizationAccess } from "../organization-access.js";
import type { Seed, SeedOrganization } from "./document.js";

/** Fills an empty store from a seed. A seed without organizations has one. */
export function plant(seed: Seed, store: Store, entropy: Entropy, _now: Instant): OrganizationAccess[] {
  const organizations = seed.organizations ?? [{}];
  return organizations.map((organization, index) => plantOrganization(organization, index, store, entropy));
}

function plantOrganization(
  seed: SeedOrganization,
  index: number,
  store: Store,
  entropy: Entropy,
): OrganizationAccess {
  const organization = store.addOrganization(
    seed.id ?? entropy.organizationId(),
    seed.name ?? `Organization ${index + 1}`,
  );
  const administrator = administratorOf(organization.id, store, entropy);
  organization.users.set(administrator.id, administrator);
  const apiToken = entropy.secret();
  store.addBootstrapCredential(organization, {
    organizationId: organization.id,
    userId: administrator.id,
    secretHash: hashSecret(apiToken),
  });
  return { id: organization.id, name: organization.name, apiToken };
}

function administratorOf(organizationId: string, store: Store, entropy: Entropy): User {
  return {
    sequence: store.nextSequence(),
    id: entropy.userId(),
    organizationId,
    firstname: "Ada",
    lastname: "Admin",
    email: "ada.admin@example.com",
    seatType: "SUBSCRIPTION_SEAT_TYPE_PREMIUM",
    permissions: allPermissions,
    groupIds: [],
    siteIds: [],
    deactivatedAt: null,
  };
}
