import { type ClockStart, VirtualClock } from "./clock.js";
import type { Seed, Snapshot } from "./control/types.js";
import type { Assumptions } from "./domain/assumptions.js";
import { Entropy, hashSecret } from "./domain/entropy.js";
import type { Organization } from "./domain/organization.js";
import type { User } from "./domain/records.js";
import { Store } from "./domain/store.js";
import { deactivate, reactivate } from "./domain/user.js";
import { ApiError, Code, failedPrecondition } from "./errors.js";
import { presentServiceUserToken, presentUserToken } from "./operations/present.js";
import type { OrganizationAccess } from "./organization-access.js";
import { plant } from "./seed/plant.js";
import { storeOf, takeSnapshot } from "./state/snapshot.js";

/** Tokens as the API shows them. */
export interface TokensView {
  readonly service_user_tokens: ReturnType<typeof presentServiceUserToken>[];
  readonly user_tokens: ReturnType<typeof presentUserToken>[];
}

/** All that the API works on: the time, the organizations, and where ids and secrets come from. */
export class World {
  readonly clock: VirtualClock;
  readonly assumptions: Assumptions;
  readonly #seed: Seed;
  readonly #clockStart: ClockStart;
  readonly #seedKey: Buffer;
  #store = new Store();
  #entropy: Entropy;
  #organizations: readonly OrganizationAccess[] = [];

  constructor(seed: Seed, clockStart: ClockStart, assumptions: Partial<Assumptions>) {
    const {
      unique_names = false,
      regenerate_expired = false,
      revoked_count = false,
    } = seed.assumptions ?? {};
    this.assumptions = {
      uniqueNames: unique_names,
      regenerateExpired: regenerate_expired,
      revokedCount: revoked_count,
      ...assumptions,
    };
    this.#seed = seed;
    this.#clockStart = clockStart;
    this.#seedKey = Entropy.key(seed.random_seed);
    this.#entropy = new Entropy(this.#seedKey);
    this.clock = new VirtualClock(clockStart);
    this.reset();
  }

  get store(): Store {
    return this.#store;
  }

  get entropy(): Entropy {
    return this.#entropy;
  }

  /** With the credentials that this server gave out. */
  get organizations(): readonly OrganizationAccess[] {
    return this.#organizations;
  }

  /** Begins again from the seed: same organizations, ids and credentials, and the clock at its start. */
  reset(): void {
    this.clock.restart(this.#clockStart);
    this.#store = new Store();
    this.#entropy = new Entropy(this.#seedKey);
    this.#organizations = plant(this.#seed, {
      store: this.#store,
      entropy: this.#entropy,
      now: this.clock.now(),
      assumptions: this.assumptions,
    });
    // Without a seed number, what is made after the seed is new in every world.
    if (this.#seed.random_seed === undefined) this.#entropy = new Entropy(Entropy.key());
  }

  snapshot(): Snapshot {
    return takeSnapshot(this.#store, this.clock, this.#entropy);
  }

  /** Puts a snapshot's world in the place of this one. Throws when its parts contradict one another. */
  restore(snapshot: Snapshot): void {
    const store = storeOf(snapshot);
    this.#store = store;
    this.clock.restart({ now: new Date(snapshot.clock.now), frozen: snapshot.clock.frozen });
    if (this.#seed.random_seed !== undefined) this.#entropy.skipTo(snapshot.drawn);
    this.#organizations = [...store.organizations.values()].map((organization) =>
      this.#accessTo(organization),
    );
  }

  /** All tokens, in every state, as the API shows them. */
  tokens(): TokensView {
    const now = this.clock.now();
    const organizations = [...this.#store.organizations.values()];
    return {
      service_user_tokens: organizations.flatMap(({ serviceUserTokens }) =>
        [...serviceUserTokens.values()].map((token) => presentServiceUserToken(token, now)),
      ),
      user_tokens: organizations.flatMap(({ userTokens }) =>
        [...userTokens.values()].map((token) => presentUserToken(token, now)),
      ),
    };
  }

  /** Deactivates a person. Throws 404 for nobody, and 400 for the administrator of a bootstrap credential. */
  deactivateUser(id: string): void {
    const found = this.#find(id);
    const locked = found.find(([{ bootstrapCredentials }]) =>
      bootstrapCredentials.some(({ userId }) => userId === id),
    );
    if (locked !== undefined) {
      throw failedPrecondition(
        "INVALID_REQUEST",
        `${id} is the administrator to whom the credential of ${locked[0].id} belongs, which never ends`,
        { id },
      );
    }
    for (const [organization, user] of found) deactivate(user, organization, this.#store, this.clock.now());
  }

  /** Makes a person active again. Throws 404 for nobody. */
  reactivateUser(id: string): void {
    for (const [organization, user] of this.#find(id)) {
      reactivate(user, organization, this.#store, this.clock.now());
    }
  }

  /** The person, in every organization that they are in. */
  #find(id: string): [Organization, User][] {
    const found = [...this.#store.organizations.values()].flatMap((organization): [Organization, User][] => {
      const user = organization.users.get(id);
      return user === undefined ? [] : [[organization, user]];
    });
    if (found.length > 0) return found;
    throw new ApiError({
      status: 404,
      code: Code.NOT_FOUND,
      reason: "INVALID_REQUEST",
      message: `there is no person ${id}`,
      metadata: { id },
    });
  }

  /** The credential that this server gave out, which goes on working, or a new one beside those of the snapshot. */
  #accessTo(organization: Organization): OrganizationAccess {
    const { id, name } = organization;
    const apiToken =
      this.#organizations.find((access) => access.id === id)?.apiToken ?? this.#entropy.secret();
    const [first] = organization.bootstrapCredentials;
    if (first !== undefined) {
      const { userId } = first;
      this.#store.addBootstrapCredential(organization, {
        organizationId: id,
        userId,
        secretHash: hashSecret(apiToken),
      });
    }
    return { id, name, apiToken };
  }
}
