import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * An option or a field of a request is not valid. Nothing was sent.
 *
 * @example
 * ```ts
 * import { InvalidArgumentError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * try {
 *   new SafetyCultureClient({ baseUrl: "http://example.com" });
 * } catch (error) {
 *   if (error instanceof InvalidArgumentError) console.error(error.field); // baseUrl
 * }
 * ```
 */
export class InvalidArgumentError extends SafetyCultureError {
  override readonly name = "InvalidArgumentError";
  readonly code = "INVALID_ARGUMENT";
  /** The option or field, such as `apiToken`, `name` or `permissions[2]`. */
  readonly field: string;

  /** @param field - The option or field. @param rule - What it breaks, without its value. */
  constructor(field: string, rule: string) {
    super(`${field} ${rule}`);
    this.field = field;
  }
}
