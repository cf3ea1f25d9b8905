import { SafetyCultureError } from "./safety-culture-error.js";

/** The client was closed before the call could be sent. */
export class ClientClosedError extends SafetyCultureError {
  override readonly name = "ClientClosedError";
  readonly code = "CLIENT_CLOSED";

  constructor() {
    super("The client is closed and sends nothing more. Make a new SafetyCultureClient.");
  }
}
