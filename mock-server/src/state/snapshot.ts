import type { VirtualClock } from "../clock.js";
import type { Snapshot } from "../control/types.js";
import type { Entropy } from "../domain/entropy.js";
import { Store } from "../domain/store.js";

/** A snapshot that says two things at once, or nothing sensible. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}

/** All of a world that a snapshot keeps. Of secrets these are hashes. */
export function takeSnapshot(store: Store, clock: VirtualClock, entropy: Entropy): Snapshot {
  return {
    format: 1,
    clock: { now: clock.now(), frozen: clock.frozen },
    sequence: store.sequence,
    drawn: entropy.drawn,
    organizations: [...store.organizations.values()].map((organization) => ({
      id: organization.id,
      name: organization.name,
      expiriesSeenAt: organization.expiriesSeenAt,
      users: [...organization.users.values()].map((user) => ({
        ...user,
        permissions: [...user.permissions],
        groupIds: [...user.groupIds],
        siteIds: [...user.siteIds],
      })),
      serviceUserTokens: [...organization.serviceUserTokens.values()].map((token) => ({
        ...token,
        permissions: [...token.permissions],
      })),
      userTokens: [...organization.userTokens.values()],
      bootstrapCredentials: [...organization.bootstrapCredentials],
      activities: organization.activities.map((activity) => ({
        ...activity,
        metadata: { ...activity.metadata },
      })),
    })),
  };
}

/** The store of a snapshot. Throws {@link SnapshotError} when its parts contradict one another. */
export function storeOf(snapshot: Snapshot): Store {
  const store = new Store(snapshot.sequence);
  const unique = new UniqueIds();
  for (const saved of snapshot.organizations) {
    const organization = store.addOrganization(
      unique.take("organization", saved.id),
      saved.name,
      saved.expiriesSeenAt,
    );
    const own = ({ organizationId }: { organizationId: string }) => organizationId === saved.id;
    const owned = [
      ...saved.users,
      ...saved.serviceUserTokens,
      ...saved.userTokens,
      ...saved.bootstrapCredentials,
    ];
    if (!owned.every(own)) throw new SnapshotError(`${saved.id} holds something of another organization`);
    for (const user of saved.users) store.putUser(organization, user);
    for (const token of saved.serviceUserTokens) {
      unique.take("token", token.id);
      unique.take("secret", token.secretHash);
      store.putServiceUserToken(organization, token);
    }
    for (const token of saved.userTokens) {
      unique.take("token", token.id);
      unique.take("secret", token.secretHash);
      if (!organization.users.has(token.userId)) throw new SnapshotError(`the token ${token.id} has no user`);
      store.putUserToken(organization, token);
    }
    for (const credential of saved.bootstrapCredentials) {
      unique.take("secret", credential.secretHash);
      if (!organization.users.has(credential.userId)) {
        throw new SnapshotError(`the administrator ${credential.userId} of ${saved.id} is not there`);
      }
      store.addBootstrapCredential(organization, credential);
    }
    organization.activities.push(...saved.activities);
  }
  return store;
}

/** Sees to it that nothing is there twice. */
class UniqueIds {
  readonly #taken = new Set<string>();

  take(kind: string, id: string): string {
    const key = `${kind} ${id}`;
    if (this.#taken.has(key))
      throw new SnapshotError(`the ${kind} ${kind === "secret" ? "" : id} is there twice`);
    this.#taken.add(key);
    return id;
  }
}
