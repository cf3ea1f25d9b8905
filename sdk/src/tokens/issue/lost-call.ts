/**
 * A create whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostCreateCall } from "@safetyculture-tokens/sdk";
 *
 * const lost: LostCreateCall = { name: "power-bi", creating: "7Q2M9KX4TB" };
 * ```
 */
export interface LostCreateCall {
  /** Name that the token was to have. */
  readonly name: string;
  /** Key under which it was created: the option `creating` of the call. */
  readonly creating: string;
}

/**
 * A regenerate whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostRegenerateCall } from "@safetyculture-tokens/sdk";
 *
 * const lost: LostRegenerateCall = { id: "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69" };
 * ```
 */
export interface LostRegenerateCall {
  /** Id of the token. */
  readonly id: string;
}

/**
 * A create or regenerate whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostCall } from "@safetyculture-tokens/sdk";
 *
 * const journal: LostCall[] = [{ name: "power-bi", creating: "7Q2M9KX4TB" }];
 * ```
 */
export type LostCall = LostCreateCall | LostRegenerateCall;
