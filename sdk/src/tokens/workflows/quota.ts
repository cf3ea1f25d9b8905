import type { RequestOptions } from "../../options/request-options.js";
import type { WorkflowContext } from "./workflow.js";

/**
 * How many tokens are active, and how many may be.
 *
 * @example
 * ```ts
 * import type { Quota } from "@safetyculture-tokens/sdk";
 *
 * const isFull = ({ available }: Quota) => available === 0;
 * ```
 */
export interface Quota {
  /** Active tokens now. */
  readonly active: number;
  /** Active tokens allowed. */
  readonly limit: number;
  /** Tokens that can still be made or regenerated; never below 0. */
  readonly available: number;
}

/** Reads the counts of the organization, with one call. */
export async function quota(context: WorkflowContext, limits: RequestOptions): Promise<Quota> {
  const { firstPage } = await context.operations.list({ page_size: 1 }, limits).all({ limit: 1, rereads: 0 });
  const { active_count: active, active_limit: limit } = firstPage;
  return { active, limit, available: Math.max(0, limit - active) };
}
