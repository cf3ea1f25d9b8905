import type { ServiceUserToken } from "../../contract/models.js";
import { issueSecret } from "./issue.js";
import type { IssuedToken } from "./issued-token.js";
import { reconcileRegenerate } from "./reconcile-regenerate.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "./reconciliation.js";
import type { TokenAccess } from "./token-access.js";

/** Issues a new secret for a revoked token, and finds out what became of it when the response is lost. */
export function regenerateToken(
  access: TokenAccess,
  id: string,
  options: IssueOptions,
): Promise<IssuedToken<ServiceUserToken>> {
  const timeLeft = access.timeLeft(options);
  return issueSecret(
    {
      memory: access.memory,
      key: `regenerate ${id}`,
      send: () => access.regenerate(id, timeLeft.within(options)),
      reconcile: (limits) => reconcileRegenerated(access, id, limits),
      deadline: () => timeLeft.ms,
    },
    options,
  );
}

/** Clears up a lost regenerate. */
export function reconcileRegenerated(
  access: TokenAccess,
  id: string,
  options: ReconcileOptions,
): Promise<Reconciliation<ServiceUserToken>> {
  return reconcileRegenerate({
    memory: access.memory,
    key: `regenerate ${id}`,
    get: () => access.get(id, options),
    recheck: () => access.sleep(options.recheckAfterMs ?? 2000, options.signal),
    takeOver: (token) => access.reissue(token, options),
  });
}
