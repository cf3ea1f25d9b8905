import type { ServiceUserToken } from "../../contract/models.js";
import { parseTokenName } from "../token-name.js";
import type { IssuedToken } from "./issued-token.js";
import type { Reconciliation } from "./reconciliation.js";

/** Looks before a create counts as not to be seen: a list may lag behind, and the API may still be at work. */
const LOOKS = 2;

/** What finding a create needs. */
export interface LostCreate {
  readonly key: string;
  readonly list: () => Promise<readonly ServiceUserToken[]>;
  readonly recheck: () => Promise<void>;
  /** Gives the token a new secret. */
  readonly takeOver: (token: ServiceUserToken) => Promise<IssuedToken<ServiceUserToken>>;
  readonly remove: (token: ServiceUserToken) => Promise<void>;
}

/** The tokens that were created under a key, oldest first. */
export function underKey(tokens: readonly ServiceUserToken[], key: string): ServiceUserToken[] {
  return tokens.filter((token) => {
    const parsed = parseTokenName(token.name);
    return parsed.kind === "creating" && parsed.key === key;
  });
}

/**
 * Finds what a create made under its key, and takes it over. Where several attempts were carried out, the others are removed:
 * nobody else knows the key. Nothing found is no proof that there will be nothing; a later token is told by its key as well.
 */
export async function reconcileByKey(lost: LostCreate): Promise<Reconciliation<ServiceUserToken>> {
  for (let look = 1; ; look++) {
    const [token, ...others] = underKey(await lost.list(), lost.key);
    if (token !== undefined) {
      const issued = await lost.takeOver(token);
      for (const other of others) await lost.remove(other).catch(() => undefined);
      return { outcome: "taken_over", ...issued };
    }
    if (look === LOOKS) return { outcome: "not_found" };
    await lost.recheck();
  }
}
