import { CallError, type CallInfo } from "./call-error.js";

/**
 * No connection could be made, or it broke before the whole response was there.
 *
 * @example
 * ```ts
 * import { ConnectionError, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * try {
 *   await client.users.whoAmI();
 * } catch (error) {
 *   if (!(error instanceof ConnectionError)) throw error;
 *   console.error(error.sent, error.cause);
 * }
 * ```
 */
export class ConnectionError extends CallError {
  override readonly name = "ConnectionError";
  readonly code = "CONNECTION_FAILED";
  /** Whether the request had begun to leave when the connection failed. */
  readonly sent: boolean;

  constructor(info: CallInfo, sent: boolean, cause: Error) {
    const why = sent
      ? "the connection broke before the response was complete"
      : "no connection could be made";
    super(
      info,
      `${why} (${cause.message})`,
      "Check the base URL, the network and any proxy, then try again.",
      cause,
    );
    this.sent = sent;
  }
}
