import type { Dispatcher } from "undici";
import type { Clock } from "../clock.js";
import type { Hooks } from "../observability/hooks.js";
import type { Logger, LogLevel } from "../observability/logger.js";
import type { Secret } from "../secret.js";

/**
 * How many calls the client makes in any 60 seconds at most.
 *
 * @example
 * ```ts
 * import { type PacingOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const pacing: PacingOptions = { calls: 400, writes: 100 }; // leaves half to another process
 * const client = new SafetyCultureClient({ pacing });
 * ```
 */
export interface PacingOptions {
  /** All calls. @defaultValue 800 */
  readonly calls?: number | undefined;
  /** Those of them that write. @defaultValue 200 */
  readonly writes?: number | undefined;
}

/**
 * Options of a client.
 *
 * @example
 * ```ts
 * import { type ClientOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: ClientOptions = { timeoutMs: 10_000, maxRetries: 2, userAgent: "my-script/1.2", logger: console };
 * const client = new SafetyCultureClient(options);
 * ```
 */
export interface ClientOptions {
  /** The credential. @defaultValue `SAFETYCULTURE_API_TOKEN` of the environment, else `MITTI_API_TOKEN` */
  readonly apiToken?: string | Secret | undefined;
  /**
   * Absolute https URL of the API; plain http only to loopback and to `plainHttpHosts`.
   * @defaultValue `SAFETYCULTURE_API_URL` of the environment, else `MITTI_API_URL`, else `https://api.safetyculture.com`
   */
  readonly baseUrl?: string | URL | undefined;
  /**
   * Host names, such as that of a mock server in a container, that may be called without TLS.
   * @defaultValue `SAFETYCULTURE_PLAIN_HTTP_HOSTS` of the environment, separated by commas
   */
  readonly plainHttpHosts?: readonly string[] | undefined;
  /** Milliseconds for one attempt, from connecting to the last byte. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for a whole call, waits and retries included. @defaultValue 120000 */
  readonly deadlineMs?: number | undefined;
  /** How often a call is tried again after its first attempt. @defaultValue 4 */
  readonly maxRetries?: number | undefined;
  /**
   * How many retries the client has to spend over all calls. A success gives a little back, so that a failing API is not
   * buried in repeats. `Infinity` turns it off.
   * @defaultValue 100
   */
  readonly retryBudget?: number | undefined;
  /** Keeps the client under the API's rate limit; `false` turns it off. @defaultValue 800 calls, 200 writes */
  readonly pacing?: PacingOptions | false | undefined;
  /**
   * undici dispatcher (7 or later) that sends the requests. It is not closed with the client, and must not retry by
   * itself.
   * @defaultValue an agent of the client's own, through the proxy of `HTTPS_PROXY` if set
   */
  readonly dispatcher?: Dispatcher | undefined;
  /** Certificates to trust besides the usual ones, as PEM text. Not together with `dispatcher`. */
  readonly extraCaCertificates?: string | undefined;
  /** Where the client logs. @defaultValue nowhere */
  readonly logger?: Logger | undefined;
  /** The least level that is logged. @defaultValue "info" */
  readonly logLevel?: LogLevel | undefined;
  /** Called around every attempt. */
  readonly hooks?: Hooks | undefined;
  /** Put in front of the `user-agent`, such as `my-script/1.2`. */
  readonly userAgent?: string | undefined;
  /** Time and timers. @defaultValue the process's */
  readonly clock?: Clock | undefined;
  /** Random numbers from 0 to below 1, for the jitter of retries. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined;
}
