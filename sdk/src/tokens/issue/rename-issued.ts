import type { ServiceUserToken, UpdateServiceUserTokenRequest } from "../../contract/models.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { TokenNotActiveError } from "../../errors/token-not-active-error.js";
import { isRepeatable } from "../../http/outcome.js";
import { isLaterInstant } from "../../instants/index.js";
import { isSameName } from "../token-name.js";
import type { IssuedToken } from "./issued-token.js";
import type { TimeLeft } from "./time-left.js";

/** Waits between two tries, in milliseconds; the last one repeats. */
const WAITS = [200, 500, 1000, 2000, 5000];

/** What giving a token its name needs. */
export interface Renaming {
  readonly update: (id: string, change: UpdateServiceUserTokenRequest) => Promise<ServiceUserToken>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timeLeft: TimeLeft;
}

/** Renames through every failure that may pass, until the deadline. */
export async function renameUntilDeadline(
  id: string,
  name: string,
  renaming: Renaming,
): Promise<ServiceUserToken> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await renaming.update(id, { name });
    } catch (error) {
      const wait = WAITS[Math.min(attempt, WAITS.length - 1)] ?? 0;
      if (!isRepeatable(error) || renaming.timeLeft.ms <= wait) throw error;
      await renaming.sleep(wait);
    }
  }
}

/**
 * Gives a token with a fresh secret its name.
 *
 * @returns Nothing when somebody else has taken the token over meanwhile, so that the secret is dead.
 */
export async function renameIssued(
  issued: IssuedToken<ServiceUserToken>,
  name: string,
  renaming: Renaming,
): Promise<IssuedToken<ServiceUserToken> | undefined> {
  const { token, secret } = issued;
  if (isSameName(token.name, name)) return issued;
  try {
    const renamed = await renameUntilDeadline(token.id, name, renaming);
    return isLaterInstant(renamed.secret_issued_at, token.secret_issued_at)
      ? undefined
      : { token: renamed, secret };
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof TokenNotActiveError) return undefined;
    throw error;
  }
}
