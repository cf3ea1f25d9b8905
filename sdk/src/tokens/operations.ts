import type {
  CreateServiceUserTokenRequest,
  ListServiceUserTokensQuery,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import { isOutcomeUnknown } from "../http/outcome.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { endlessList } from "../resources/endless-list.js";
import type { IssuedToken } from "./issue/issued-token.js";

const LIST = "ServiceUserTokensService_ListServiceUserTokens";

/** Every operation of the contract on service user tokens, one to one. */
export class TokenOperations {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
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

  /** Makes a service user with one token; sent once. */
  async create(
    request: CreateServiceUserTokenRequest,
    options?: RequestOptions,
  ): Promise<IssuedToken<ServiceUserToken>> {
    const call = "ServiceUserTokensService_CreateServiceUserToken";
    const { service_user_token: token, secret } = await this.#transport.call(
      call,
      { body: request },
      options,
    );
    return { token, secret };
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
      if (!(error instanceof TokenNotActiveError && isOutcomeUnknown(error))) throw error;
      const token = await this.get(id, options);
      if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") throw error;
      this.#transport.memory.forgetSecret(id);
      return token;
    }
  }

  /** Gives a revoked token a new secret; sent once. */
  async regenerate(id: string, options?: RequestOptions): Promise<IssuedToken<ServiceUserToken>> {
    const call = "ServiceUserTokensService_RegenerateServiceUserToken";
    const { service_user_token: token, secret } = await this.#transport.call(call, { path: { id } }, options);
    return { token, secret };
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
      if (!(error instanceof NotFoundError && isOutcomeUnknown(error))) throw error;
    }
  }
}
