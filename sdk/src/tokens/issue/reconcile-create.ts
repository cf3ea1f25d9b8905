import { AmbiguousTokensError, type TokenSummary } from "../../errors/ambiguous-tokens-error.js";
import { ListChangedError } from "../../errors/list-changed-error.js";
import type { IssuedToken } from "./issued-token.js";
import type { ProcessMemory } from "./process-memory.js";
import type { Reconciliation } from "./reconciliation.js";

/** What a reconcile of a create needs. */
export interface LostCreate<Token> {
  /** Name that the token was to have. */
  readonly name: string;
  readonly memory: ProcessMemory;
  /** What tells creates of that name from others in the memory. */
  readonly key: string;
  /** Reads all tokens. */
  readonly list: () => Promise<{ readonly items: readonly Token[]; readonly complete: boolean }>;
  /** Moment from which a token counts as made by the call, known once a response has come. */
  readonly since: () => number;
  /** Waits a little, for a create that is still being carried out. */
  readonly recheck: () => Promise<void>;
  /** Tokens that another source than the list shows, which may lag behind. */
  readonly witnessed?: (since: number) => Promise<readonly Token[]>;
  /** Gives the token a new secret, or replaces it where that cannot be. */
  readonly takeOver: (token: Token) => Promise<IssuedToken<Token>>;
}

function fitting<Token extends TokenSummary>(lost: LostCreate<Token>, tokens: readonly Token[]): Token[] {
  const name = lost.name.normalize("NFC");
  const since = lost.since();
  return tokens.filter(
    (token) =>
      token.name.normalize("NFC") === name &&
      token.last_used_at === null &&
      !(Date.parse(token.created_at) < since) &&
      !lost.memory.knows(token.id),
  );
}

async function candidates<Token extends TokenSummary>(lost: LostCreate<Token>): Promise<Token[]> {
  const { items, complete } = await lost.list();
  // Whoever else in this process made one of these was under way by now: wait for its id.
  await lost.memory.drained(lost.key);
  const found = fitting(lost, items);
  if (!complete && found.length < 2) throw new ListChangedError();
  return found;
}

/** Looks a second time before it is believed that there is nothing. */
async function lookAgain<Token extends TokenSummary>(lost: LostCreate<Token>): Promise<Token[]> {
  await lost.recheck();
  const found = await candidates(lost);
  if (found.length > 0 || lost.witnessed === undefined) return found;
  const witnessed = await lost.witnessed(lost.since());
  await lost.memory.drained(lost.key);
  return fitting(lost, witnessed);
}

/**
 * Finds out what became of a create whose response was lost, and finishes it.
 *
 * @throws AmbiguousTokensError when several tokens may be the one.
 * @throws ListChangedError when no complete list could be read.
 */
export function reconcileCreate<Token extends TokenSummary>(
  lost: LostCreate<Token>,
): Promise<Reconciliation<Token>> {
  return lost.memory.inTurn(lost.key, async () => {
    const seen = await candidates(lost);
    const found = seen.length > 0 ? seen : await lookAgain(lost);
    const [token] = found;
    if (token === undefined) return { outcome: "not_found" };
    if (found.length > 1) {
      throw new AmbiguousTokensError(
        `the lost create of "${lost.name}"`,
        found,
        "Revoke and delete those that nobody uses, then try again.",
      );
    }
    return { outcome: "taken_over", ...(await lost.takeOver(token)) };
  });
}
