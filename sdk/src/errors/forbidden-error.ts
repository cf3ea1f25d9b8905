import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * The API token lacks a permission, or is of a kind that may not make this call.
 *
 * @example
 * ```ts
 * import { ForbiddenError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.listScimUsers().all();
 * } catch (error) {
 *   if (!(error instanceof ForbiddenError)) throw error;
 *   console.error(error.permission);
 * }
 * ```
 */
export class ForbiddenError extends ApiError {
  override readonly name = "ForbiddenError";
  override readonly code = "FORBIDDEN";
  /** The missing permission, if the API names it. */
  readonly permission: string | undefined;

  constructor(info: CallInfo, problem: ApiProblem, needed: readonly string[]) {
    const permission = problem.metadata["permission"];
    const wanted = permission === undefined ? needed.join(", ") : permission;
    super(
      info,
      problem,
      wanted === "" ? "Use another API token." : `Give the API token the permission ${wanted}.`,
    );
    this.permission = permission;
  }
}
