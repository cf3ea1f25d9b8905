import type { Instant } from "../clock.js";
import type { Assumptions } from "../domain/assumptions.js";
import { type Entropy, hashSecret } from "../domain/entropy.js";
import type { Store } from "../domain/store.js";
import { SeedError } from "./seed-error.js";

/** Where a seed is planted. */
export interface Ground {
  /** Empty at first. */
  readonly store: Store;
  readonly entropy: Entropy;
  readonly now: Instant;
  readonly assumptions: Assumptions;
}

/** The secret that the seed gives, or a new one. */
export function takeSecret(given: string | undefined, place: string, { store, entropy }: Ground): string {
  const secret = given ?? entropy.secret();
  if (store.credential(hashSecret(secret)) !== undefined)
    throw SeedError.at(place, "another token has this secret");
  return secret;
}
