import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * The client was closed before the call could be sent.
 *
 * @example
 * ```ts
 * import { ClientClosedError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof ClientClosedError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class ClientClosedError extends SafetyCultureError {
  override readonly name = "ClientClosedError";
  readonly code = "CLIENT_CLOSED";

  constructor() {
    super("The client is closed and sends nothing more. Make a new SafetyCultureClient.");
  }
}
