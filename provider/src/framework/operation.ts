import type { Diagnostics } from "./diagnostics.js";
import type { Logger } from "./logging/logger.js";

/** What every operation of a resource or data source is given. */
export interface OperationContext<Client> {
  /** What the provider made of its configuration. */
  readonly client: Client;
  /** Collects warnings, and errors that do not stop the operation at once. */
  readonly diagnostics: Diagnostics;
  /** Aborted when Terraform asks the provider to stop, or when the operation's timeout has passed. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /**
   * Hides a text from every later log line and diagnostic. Values of sensitive and write-only attributes are hidden
   * without it, as soon as they are configured, stored or answered.
   */
  readonly registerSecret: (secret: string) => void;
}
