import type {
  CreateServiceUserTokenRequest,
  ListServiceUserTokensQuery,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "../contract/models.js";
import type { Answer } from "../contract/types.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { CallStart } from "../reconcile/call-start.js";
import { issueSecret } from "../reconcile/issue.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "../reconcile/reconciliation.js";
import { endlessList } from "./endless-list.js";
import type { IssuedToken } from "./issued-token.js";
import { keyOf, type LostCall, Reconciler } from "./service-user-token-reconciler.js";

const LIST = "ServiceUserTokensService_ListServiceUserTokens";

/**
 * Every operation of the contract on service user tokens, one to one.
 *
 * @example
 * ```ts
 * import { type ServiceUserTokenOperations, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const serviceUserTokens: ServiceUserTokenOperations = new SafetyCultureClient().serviceUserTokens;
 * await serviceUserTokens.create({ name: "power-bi" });
 * ```
 */
export class ServiceUserTokenOperations {
  readonly #transport: Transport;
  readonly #reconciler: Reconciler;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
    this.#reconciler = new Reconciler(transport, this);
  }

  /**
   * The tokens of the organization, in any state, oldest first.
   *
   * @param query - `status`, and `page_size` (1 to 100, here 100 unless given).
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { items, complete, firstPage } = await client.serviceUserTokens.list().all();
   * console.log(items.length, complete, firstPage.active_count, firstPage.active_limit);
   * ```
   */
  list(
    query: ListServiceUserTokensQuery = {},
    options?: RequestOptions,
  ): List<ServiceUserToken, Answer<typeof LIST>> {
    const { status } = query;
    const counts = status === undefined || status === "SERVICE_USER_TOKEN_STATUS_ACTIVE";
    return new List({
      read: (pageToken) => {
        const continued = pageToken === undefined ? {} : { page_token: pageToken };
        return this.#transport.call(LIST, { query: { page_size: 100, ...query, ...continued } }, options);
      },
      itemsOf: (page) => page.service_user_tokens,
      nextOf: (page) => page.next_page_token,
      keyOf: (token) => token.id,
      agrees: (pages, tokens) => {
        if (!counts || query.page_token !== undefined) return true;
        const active = tokens.filter((token) => token.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE").length;
        return pages.length === 1 || pages.every((page) => page.active_count === active);
      },
      endless: endlessList(LIST),
    });
  }

  /**
   * One token, in any state.
   *
   * @throws {@link NotFoundError}
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const token = await client.serviceUserTokens.get("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * console.log(token.status, token.expires_at);
   * ```
   */
  async get(id: string, options?: RequestOptions): Promise<ServiceUserToken> {
    const call = "ServiceUserTokensService_GetServiceUserToken";
    return (await this.#transport.call(call, { path: { id } }, options)).service_user_token;
  }

  /**
   * Makes a service user with one token. Its secret is in this answer and nowhere else. A call that is on the wire is not
   * stopped by `signal`, and never sent twice.
   *
   * @param request - `name` (1 to 130 characters), `inactivity_expiry_days` (31, 45, 60 or 180; 45 unless given) and
   * `permissions` (keys of the catalogue; all unless given).
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   * @throws {@link OutcomeUnknownError} when the answer was lost.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { token, secret } = await client.serviceUserTokens.create(
   *   { name: "power-bi", inactivity_expiry_days: 60, permissions: ["inspections.view"] },
   *   { lostAnswer: "reconcile" },
   * );
   * console.log(token.id, secret.fingerprint());
   * ```
   */
  create(
    request: CreateServiceUserTokenRequest,
    options?: IssueOptions,
  ): Promise<IssuedToken<ServiceUserToken>> {
    const call = "ServiceUserTokensService_CreateServiceUserToken";
    const { clock } = this.#transport.settings;
    const start = new CallStart(clock, this.#transport.serverTime);
    return issueSecret(
      {
        memory: this.#transport.memory,
        key: keyOf(request?.name),
        send: async () =>
          this.#reconciler.issued(await this.#transport.call(call, { body: request }, options)),
        reconcile: (limits) =>
          this.#reconciler.create(request.name, () => start.moment(this.#transport.serverTime), limits),
      },
      options,
    );
  }

  /**
   * Changes what the request names. Active tokens only.
   *
   * @throws {@link TokenNotActiveError}
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.serviceUserTokens.update("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", { inactivity_expiry_days: 180 });
   * ```
   */
  async update(
    id: string,
    request: UpdateServiceUserTokenRequest,
    options?: RequestOptions,
  ): Promise<ServiceUserToken> {
    const call = "ServiceUserTokensService_UpdateServiceUserToken";
    return (await this.#transport.call(call, { path: { id }, body: request }, options)).service_user_token;
  }

  /**
   * Stops the token at once; it can be regenerated. Active or expired tokens only.
   *
   * @throws {@link TokenNotActiveError} when it is revoked already, unless an attempt of this very call may have done that.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const token = await client.serviceUserTokens.revoke("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * console.log(token.revoked_at);
   * ```
   */
  async revoke(id: string, options?: RequestOptions): Promise<ServiceUserToken> {
    const call = "ServiceUserTokensService_RevokeServiceUserToken";
    try {
      const { service_user_token } = await this.#transport.call(call, { path: { id } }, options);
      this.#transport.memory.forgetSecret(id);
      return service_user_token;
    } catch (error) {
      if (!(error instanceof TokenNotActiveError && error.mayHaveHappened)) throw error;
      const token = await this.get(id, options);
      if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") throw error;
      this.#transport.memory.forgetSecret(id);
      return token;
    }
  }

  /**
   * Gives a revoked token a new secret, with the same id, name and permissions. The secret is in this answer and nowhere
   * else. A call that is on the wire is not stopped by `signal`, and never sent twice.
   *
   * @throws {@link TokenNotRevokedError}
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   * @throws {@link OutcomeUnknownError} when the answer was lost.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { secret } = await client.serviceUserTokens.regenerate("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * console.log(secret.fingerprint());
   * ```
   */
  regenerate(id: string, options?: IssueOptions): Promise<IssuedToken<ServiceUserToken>> {
    const call = "ServiceUserTokensService_RegenerateServiceUserToken";
    const { clock } = this.#transport.settings;
    const start = new CallStart(clock, this.#transport.serverTime);
    return issueSecret(
      {
        memory: this.#transport.memory,
        key: keyOf(id),
        send: async () =>
          this.#reconciler.issued(await this.#transport.call(call, { path: { id } }, options)),
        reconcile: (limits) =>
          this.#reconciler.regenerate(id, () => start.moment(this.#transport.serverTime), limits),
      },
      options,
    );
  }

  /**
   * Deletes a revoked token for good.
   *
   * @throws {@link TokenNotRevokedError}
   * @throws {@link NotFoundError} when it is gone already, unless an attempt of this very call may have done that.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.serviceUserTokens.delete("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * ```
   */
  async delete(id: string, options?: RequestOptions): Promise<void> {
    try {
      await this.#transport.call(
        "ServiceUserTokensService_DeleteServiceUserToken",
        { path: { id } },
        options,
      );
    } catch (error) {
      if (!(error instanceof NotFoundError && error.mayHaveHappened)) throw error;
    }
  }

  /**
   * Clears up a create or regenerate whose answer was lost with the whole process, from what a journal kept of it. In the same
   * process {@link OutcomeUnknownError.reconcile} does this.
   *
   * @param lost - The `name` that was to be created or the `id` that was to be regenerated, and since when, by the API's clock:
   * {@link SafetyCultureClient.now} just before the call.
   * @throws {@link AmbiguousTokensError} when several tokens fit.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const lost = { name: "power-bi", since: "2026-01-01T00:00:00Z" };
   * const result = await client.serviceUserTokens.reconcile(lost);
   * console.log(result.outcome);
   * ```
   */
  async reconcile(lost: LostCall, options: ReconcileOptions = {}): Promise<Reconciliation<ServiceUserToken>> {
    const since = Math.floor(new Date(lost.since).getTime() / 1000) * 1000;
    if (Number.isNaN(since)) throw new InvalidArgumentError("since", "must be a time");
    return "id" in lost
      ? this.#reconciler.regenerate(lost.id, () => since, options)
      : this.#reconciler.create(lost.name, () => since, options);
  }
}
