import { type ClockStart, VirtualClock } from "./clock.js";
import type { Assumptions } from "./domain/assumptions.js";
import { Entropy } from "./domain/entropy.js";
import { Store } from "./domain/store.js";
import type { OrganizationAccess } from "./organization-access.js";
import type { Seed } from "./seed/document.js";
import { plant } from "./seed/plant.js";

/** All that the API works on: the time, the organizations, and where ids and secrets come from. */
export class World {
  readonly clock: VirtualClock;
  readonly assumptions: Assumptions;
  /** Of the seed; the same again after a reset. */
  readonly organizations: readonly OrganizationAccess[];
  readonly #seed: Seed;
  readonly #clockStart: ClockStart;
  readonly #seedKey: Buffer;
  #store = new Store();
  #entropy: Entropy;

  constructor(seed: Seed, clockStart: ClockStart) {
    const {
      unique_names = false,
      regenerate_expired = false,
      revoked_count = false,
    } = seed.assumptions ?? {};
    this.#seed = seed;
    this.#clockStart = clockStart;
    this.#seedKey = Entropy.key(seed.random_seed);
    this.assumptions = {
      uniqueNames: unique_names,
      regenerateExpired: regenerate_expired,
      revokedCount: revoked_count,
    };
    this.clock = new VirtualClock(clockStart);
    this.#entropy = new Entropy(this.#seedKey);
    this.organizations = plant(seed, this.#store, this.#entropy, this.clock.now());
    this.#leaveSeed();
  }

  get store(): Store {
    return this.#store;
  }

  get entropy(): Entropy {
    return this.#entropy;
  }

  /** Begins again from the seed: same organizations, ids and secrets, and the clock at its start. */
  reset(): void {
    this.clock.restart(this.#clockStart);
    this.#store = new Store();
    this.#entropy = new Entropy(this.#seedKey);
    plant(this.#seed, this.#store, this.#entropy, this.clock.now());
    this.#leaveSeed();
  }

  /** Without a seed number, what is made after the seed is new in every world. */
  #leaveSeed(): void {
    if (this.#seed.random_seed === undefined) this.#entropy = new Entropy(Entropy.key());
  }
}
