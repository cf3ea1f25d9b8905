import { ApiError, type ApiProblem } from "./api-error.js";
import type { CallInfo } from "./call-error.js";

/**
 * A field of the request is not valid; see `violations`.
 *
 * @example
 * ```ts
 * import { InvalidRequestError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof InvalidRequestError)) throw error;
 *   console.error(error.violations.map((violation) => violation.field));
 * }
 * ```
 */
export class InvalidRequestError extends ApiError {
  override readonly name = "InvalidRequestError";
  override readonly code = "INVALID_REQUEST";

  constructor(info: CallInfo, problem: ApiProblem) {
    super(info, problem, "Correct the fields named, then try again.");
  }
}
