import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * What identifies a token in a list of candidates.
 *
 * @example
 * ```ts
 * import type { TokenSummary } from "@safetyculture-tokens/sdk";
 *
 * const isUnused = (token: TokenSummary) => token.last_used_at === null;
 * ```
 */
export interface TokenSummary {
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Its state. */
  readonly status: string;
  /** When it was made. */
  readonly created_at: string;
  /** Its last authenticated call; null when there was none. */
  readonly last_used_at: string | null;
}

/**
 * Several tokens fit where one was meant, and choosing would be a guess.
 *
 * @example
 * ```ts
 * import { AmbiguousTokensError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.ensure({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof AmbiguousTokensError)) throw error;
 *   console.error(error.tokens.map((token) => token.id));
 * }
 * ```
 */
export class AmbiguousTokensError extends SafetyCultureError {
  override readonly name = "AmbiguousTokensError";
  readonly code = "AMBIGUOUS_TOKENS";
  /** The tokens that fit. */
  readonly tokens: readonly TokenSummary[];

  /** @param what - What was looked for. @param next - What to do. */
  constructor(what: string, tokens: readonly TokenSummary[], next: string) {
    const list = tokens.map((token) => `${token.id} (made ${token.created_at})`).join(", ");
    super(`${tokens.length} tokens fit ${what}: ${list}. ${next}`);
    this.tokens = tokens.map(({ id, name, status, created_at, last_used_at }) => ({
      id,
      name,
      status,
      created_at,
      last_used_at,
    }));
  }
}
