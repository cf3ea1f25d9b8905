import type {
  CreateServiceUserTokenRequest,
  ListServiceUserTokensQuery,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { endlessList } from "../resources/endless-list.js";
import { CallStart } from "./issue/call-start.js";
import { issueSecret } from "./issue/issue.js";
import type { IssuedToken } from "./issue/issued-token.js";
import { keyOf, type LostCall, Reconciler } from "./issue/reconciler.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "./issue/reconciliation.js";

const LIST = "ServiceUserTokensService_ListServiceUserTokens";

/** Every operation of the contract on service user tokens, one to one. */
export class ServiceUserTokenOperations {
  readonly #transport: Transport;
  readonly #reconciler: Reconciler;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
    this.#reconciler = new Reconciler(transport, this);
  }

  /** The tokens of the organization, in any state, oldest first. */
  list(
    query: ListServiceUserTokensQuery = {},
    options?: RequestOptions,
  ): List<ServiceUserToken, ResponseBody<typeof LIST>> {
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

  /** One token, in any state. */
  async get(id: string, options?: RequestOptions): Promise<ServiceUserToken> {
    const call = "ServiceUserTokensService_GetServiceUserToken";
    return (await this.#transport.call(call, { path: { id } }, options)).service_user_token;
  }

  /** Makes a service user with one token. */
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

  /** Changes what the request names. */
  async update(
    id: string,
    request: UpdateServiceUserTokenRequest,
    options?: RequestOptions,
  ): Promise<ServiceUserToken> {
    const call = "ServiceUserTokensService_UpdateServiceUserToken";
    return (await this.#transport.call(call, { path: { id }, body: request }, options)).service_user_token;
  }

  /** Stops the token at once; it can be regenerated. */
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

  /** Gives a revoked token a new secret, with the same id, name and permissions. */
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

  /** Deletes a revoked token for good. */
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

  /** Clears up a create or regenerate whose response was lost with the whole process, from what a journal kept of it. */
  async reconcile(lost: LostCall, options: ReconcileOptions = {}): Promise<Reconciliation<ServiceUserToken>> {
    const since = Math.floor(new Date(lost.since).getTime() / 1000) * 1000;
    if (Number.isNaN(since)) throw new InvalidArgumentError("since", "must be a time");
    return "id" in lost
      ? this.#reconciler.regenerate(lost.id, () => since, options)
      : this.#reconciler.create(lost.name, () => since, options);
  }
}
