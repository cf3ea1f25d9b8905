import { DispatcherSource } from "./http/dispatcher-source.js";
import { Transport } from "./http/transport.js";
import { readApiToken } from "./options/api-token.js";
import type { ClientOptions } from "./options/client-options.js";
import { readSettings } from "./options/settings.js";
import { ActivityLog } from "./resources/activity-log.js";
import { Permissions } from "./resources/permissions.js";
import { UserTokens } from "./resources/user-tokens.js";
import { Users } from "./resources/users.js";
import type { Secret } from "./secret.js";
import { ServiceUserTokens } from "./tokens/service-user-tokens.js";

/**
 * The client of the token API. Making one sends nothing; connections are opened as calls need them and kept.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * await using client = new SafetyCultureClient({ apiToken: process.env["SAFETYCULTURE_API_TOKEN"] });
 * const { token, secret } = await client.serviceUserTokens.create({
 *   name: "power-bi",
 *   permissions: ["inspections.view"],
 * });
 * console.log(token.id, secret.fingerprint());
 * ```
 */
export class SafetyCultureClient implements AsyncDisposable {
  /** Tokens of service users. */
  readonly serviceUserTokens: ServiceUserTokens;
  /** A person's own tokens. */
  readonly userTokens: UserTokens;
  /** The catalogue of permissions. */
  readonly permissions: Permissions;
  /** People, and the owner of the calling credential. */
  readonly users: Users;
  /** What happened in the organization. */
  readonly activityLog: ActivityLog;
  readonly #transport: Transport;
  readonly #ownsDispatcher: boolean;

  /**
   * Reads `SAFETYCULTURE_API_TOKEN` and `SAFETYCULTURE_API_URL` of the environment for what is not given.
   *
   * @throws {@link InvalidArgumentError} with the name of the option that is not valid.
   */
  constructor(options?: ClientOptions);
  /** @internal */
  constructor(options: ClientOptions | undefined, shared: Transport);
  constructor(options: ClientOptions = {}, shared?: Transport) {
    const transport = shared ?? SafetyCultureClient.#transportOf(options);
    this.#transport = transport;
    this.#ownsDispatcher = shared === undefined;
    this.permissions = new Permissions(transport);
    this.users = new Users(transport);
    this.activityLog = new ActivityLog(transport);
    this.userTokens = new UserTokens(transport);
    this.serviceUserTokens = new ServiceUserTokens(transport);
  }

  static #transportOf(options: ClientOptions): Transport {
    const settings = readSettings(options);
    const { origin, loopback } = settings.baseUrl;
    const { dispatcher, extraCaCertificates } = options;
    return new Transport(
      settings,
      new DispatcherSource(dispatcher, { origin, loopback, extraCaCertificates }),
    );
  }

  /** Origin and path in front of the API's paths, such as `https://api.safetyculture.com`. */
  get baseUrl(): string {
    const { origin, prefix } = this.#transport.settings.baseUrl;
    return origin + prefix;
  }

  /** The credential. */
  get apiToken(): Secret {
    return this.#transport.settings.apiToken;
  }

  /**
   * The time by the API's clock, as its latest response told it (whole seconds); before the first response the local time.
   * Rotation, grace and reconcile go by this time, so that a wrong local clock does no harm.
   */
  now(): Date {
    return new Date(this.#transport.serverTime.latest());
  }

  /**
   * A client with another credential that uses the same connections and options. Close it before this one.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { secret } = await client.serviceUserTokens.create({ name: "power-bi", permissions: ["inspections.view"] });
   * const { user_id } = await client.withApiToken(secret).users.whoAmI();
   * console.log(user_id);
   * ```
   */
  withApiToken(apiToken: string | Secret): SafetyCultureClient {
    const settings = { ...this.#transport.settings, apiToken: readApiToken(apiToken) };
    return new SafetyCultureClient(undefined, new Transport(settings, this.#transport.dispatchers));
  }

  /**
   * Ends the client: calls on the wire are finished, calls that wait to be sent or repeated fail with
   * {@link ClientClosedError}, and the connections are closed, so that the process can end at once.
   */
  async close(): Promise<void> {
    await this.#transport.close();
    if (this.#ownsDispatcher) await this.#transport.dispatchers.close();
  }

  /** The same as {@link SafetyCultureClient.close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Shows where the client calls, and nothing else. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `SafetyCultureClient { baseUrl: '${this.baseUrl}' }`;
  }

  /** Shows where the client calls, and nothing else. */
  toJSON(): Record<"baseUrl", string> {
    return { baseUrl: this.baseUrl };
  }
}
