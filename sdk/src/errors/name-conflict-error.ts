import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * A token of that name exists, where the API wants names to be unique.
 *
 * @example
 * ```ts
 * import { NameConflictError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof NameConflictError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class NameConflictError extends ApiError {
  override readonly name = "NameConflictError";
  override readonly code = "NAME_ALREADY_EXISTS";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Choose another name, or use the token that exists.");
  }
}
