import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * A permission is not in the catalogue.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, UnknownPermissionError } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.vieuw"] });
 * } catch (error) {
 *   if (!(error instanceof UnknownPermissionError)) throw error;
 *   console.error(error.violations);
 * }
 * ```
 */
export class UnknownPermissionError extends ApiError {
  override readonly name = "UnknownPermissionError";
  override readonly code = "UNKNOWN_PERMISSION";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Take the keys from client.permissions.list().");
  }
}
