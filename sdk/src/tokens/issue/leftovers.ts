import type { ServiceUserToken } from "../../contract/models.js";
import { isBaseOf, parseTokenName } from "../token-name.js";
import type { Maker, ProcessMemory } from "./process-memory.js";

/** How often, and with which waits in milliseconds, a create that may still be at work elsewhere is looked at. */
const LOOKS = 3;
const LOOK_MS = 1000;
/** By then no create is at work any more, whatever clocks of proxies say. */
const OLD_MS = 60 * 60_000;

/**
 * The unused tokens that killed creates of a name left behind, among those that a list shows: they still have the name of a
 * create, and nobody knows their secret. The next create of that name removes them.
 *
 * @param name - Name of the create; without it those of every name are found.
 *
 * @example
 * ```ts
 * import { leftoversOf, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const { items } = await new SafetyCultureClient().serviceUserTokens.list().all();
 * for (const token of leftoversOf(items, "power-bi")) console.log(token.id, token.name);
 * ```
 */
export function leftoversOf(tokens: readonly ServiceUserToken[], name?: string): ServiceUserToken[] {
  return tokens.filter((token) => {
    const parsed = parseTokenName(token.name);
    return (
      parsed.kind === "creating" &&
      parsed.replaces === undefined &&
      token.last_used_at === null &&
      (name === undefined || isBaseOf(parsed.base, name))
    );
  });
}

/** What removing leftovers needs. */
export interface Cleaning {
  readonly memory: ProcessMemory;
  readonly get: (id: string) => Promise<ServiceUserToken | undefined>;
  readonly remove: (token: ServiceUserToken) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  /** The API's time in milliseconds, as far as it is known. */
  readonly now: () => number;
}

/** Removes what killed creates left behind; whoever is still at work on one renames it meanwhile, and keeps it. */
export async function removeLeftovers(
  leftovers: readonly ServiceUserToken[],
  cleaning: Cleaning,
): Promise<void> {
  for (const token of leftovers) {
    const parsed = parseTokenName(token.name);
    if (parsed.kind !== "creating") continue;
    const { memory } = cleaning;
    // In turn with a reconcile that takes it over.
    await memory.inTurn(`creating ${parsed.key}`, async () => {
      const leftover = await abandoned(token, memory.creating(parsed.key), cleaning);
      if (leftover !== undefined) await cleaning.remove(leftover);
    });
  }
}

/** The token as it is now, once it is clear that its create is at work no more. */
export async function abandoned(
  token: ServiceUserToken,
  maker: Maker,
  { get, sleep, now }: Omit<Cleaning, "memory" | "remove">,
): Promise<ServiceUserToken | undefined> {
  if (maker === "ours") return undefined;
  const old = now() - Date.parse(token.created_at) > OLD_MS;
  let present: ServiceUserToken | undefined = token;
  for (let look = 0; look < (maker === "given_up" || old ? 1 : LOOKS); look++) {
    if (maker === "foreign" && !old) await sleep(LOOK_MS);
    present = await get(token.id);
    if (present === undefined || present.name !== token.name || present.last_used_at !== null)
      return undefined;
  }
  return present;
}
