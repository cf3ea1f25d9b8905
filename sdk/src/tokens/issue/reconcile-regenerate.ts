import type { ServiceUserToken } from "../../contract/models.js";
import { AmbiguousTokensError } from "../../errors/ambiguous-tokens-error.js";
import type { IssuedToken } from "./issued-token.js";
import type { ProcessMemory } from "./process-memory.js";
import type { Reconciliation } from "./reconciliation.js";

/** What a reconcile of a regenerate needs. */
export interface LostRegenerate {
  readonly memory: ProcessMemory;
  /** What tells regenerates of the token from others in the memory. */
  readonly key: string;
  readonly get: () => Promise<ServiceUserToken>;
  /** Waits a little, for a regenerate that is still being carried out. */
  readonly recheck: () => Promise<void>;
  readonly takeOver: (token: ServiceUserToken) => Promise<IssuedToken<ServiceUserToken>>;
}

async function current(lost: LostRegenerate): Promise<ServiceUserToken> {
  const token = await lost.get();
  await lost.memory.drained(lost.key);
  return token;
}

/**
 * Finds out what became of a regenerate whose response was lost, and finishes it.
 *
 * @throws AmbiguousTokensError when the new secret is in use already, so that somebody else must have it.
 */
export function reconcileRegenerate(lost: LostRegenerate): Promise<Reconciliation<ServiceUserToken>> {
  return lost.memory.inTurn(lost.key, async () => {
    let token = await current(lost);
    if (token.status === "SERVICE_USER_TOKEN_STATUS_REVOKED") {
      await lost.recheck();
      token = await current(lost);
    }
    if (token.status === "SERVICE_USER_TOKEN_STATUS_REVOKED") return { outcome: "not_found" };
    if (lost.memory.holdsSecret(token.id, token.secret_issued_at)) return { outcome: "not_found" };
    if (token.last_used_at !== null) {
      throw new AmbiguousTokensError(
        `the lost regenerate of ${token.id}`,
        [token],
        "Its secret is in use, so somebody else has it; rotate the token if you need a new one.",
      );
    }
    return { outcome: "taken_over", ...(await lost.takeOver(token)) };
  });
}
