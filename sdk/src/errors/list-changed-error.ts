import { SafetyCultureError } from "./safety-culture-error.js";

/**
 * A list changed every time it was read, so that what is missing from it proves nothing.
 *
 * @example
 * ```ts
 * import { ListChangedError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.serviceUserTokens.ensure({ name: "power-bi", permissions: ["inspections.view"] });
 * } catch (error) {
 *   if (!(error instanceof ListChangedError)) throw error;
 *   console.error(error.message);
 * }
 * ```
 */
export class ListChangedError extends SafetyCultureError {
  override readonly name = "ListChangedError";
  readonly code = "LIST_CHANGED";

  constructor() {
    super("The list of tokens changed each time it was read, so it is not known to be complete. Try again.");
  }
}
