import type { CreateUserTokenRequest, ListUserTokensQuery, UserToken } from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import { NotFoundError } from "../errors/not-found-error.js";
import { TokenNotActiveError } from "../errors/token-not-active-error.js";
import { isOutcomeUnknown } from "../http/outcome.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { CallStart } from "../tokens/issue/call-start.js";
import { issueSecret } from "../tokens/issue/issue.js";
import type { IssuedToken } from "../tokens/issue/issued-token.js";
import { recheck } from "../tokens/issue/recheck.js";
import { reconcileCreate } from "../tokens/issue/reconcile-create.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "../tokens/issue/reconciliation.js";
import { endlessList } from "./endless-list.js";

const LIST = "UserTokensService_ListUserTokens";

/** Tells calls for one token, by its name, from those for others. */
function keyOf(name: string): string {
  return `user_token ${name}`;
}

/**
 * A person's own tokens: at most 10 active ones, with the person's permissions.
 *
 * @example
 * ```ts
 * import { type UserTokens, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const userTokens: UserTokens = new SafetyCultureClient().userTokens;
 * await userTokens.create({ name: "my script" });
 * ```
 */
export class UserTokens {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The tokens of the calling person.
   *
   * @param query - `page_size` (1 to 100, here 100 unless given).
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * for await (const token of client.userTokens.list()) console.log(token.name, token.last_used_at);
   * ```
   */
  list(
    query: ListUserTokensQuery = {},
    options?: RequestOptions,
  ): List<UserToken, ResponseBody<typeof LIST>> {
    return new List({
      read: (pageToken) => {
        const continued = pageToken === undefined ? {} : { page_token: pageToken };
        return this.#transport.call(LIST, { query: { page_size: 100, ...query, ...continued } }, options);
      },
      itemsOf: (page) => page.user_tokens,
      nextOf: (page) => page.next_page_token,
      keyOf: (token) => token.id,
      endless: endlessList(LIST),
    });
  }

  /**
   * Makes a token of the calling person. Its secret is in this response and nowhere else. There is no regenerate for these
   * tokens: a reconcile replaces the lost one, that is, it revokes and deletes it and makes another.
   *
   * @param request - `name` (1 to 130 characters).
   * @throws {@link TokenLimitReachedError} when 10 tokens are active.
   * @throws {@link OutcomeUnknownError} when the response was lost.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { token, secret } = await client.userTokens.create({ name: "my script" });
   * console.log(token.id, secret.fingerprint());
   * ```
   */
  create(request: CreateUserTokenRequest, options?: IssueOptions): Promise<IssuedToken<UserToken>> {
    const { settings, serverTime } = this.#transport;
    const start = new CallStart(settings.clock, serverTime);
    return issueSecret(
      {
        memory: this.#transport.memory,
        key: keyOf(request?.name),
        send: () => this.#send(request, options),
        reconcile: (limits) => this.#reconcile(request, () => start.moment(serverTime), limits),
      },
      options,
    );
  }

  /**
   * Stops the token at once.
   *
   * @throws {@link TokenNotActiveError} when it is revoked already, unless an attempt of this very call may have done that.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.userTokens.revoke("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * ```
   */
  async revoke(id: string, options?: RequestOptions): Promise<UserToken> {
    try {
      return (await this.#transport.call("UserTokensService_RevokeUserToken", { path: { id } }, options))
        .user_token;
    } catch (error) {
      if (!(error instanceof TokenNotActiveError && isOutcomeUnknown(error))) throw error;
      const { items } = await this.list({}, options).all();
      const token = items.find((item) => item.id === id && item.revoked_at !== null);
      if (token === undefined) throw error;
      return token;
    }
  }

  /**
   * Deletes the token for good.
   *
   * @throws {@link NotFoundError} when it is gone already, unless an attempt of this very call may have done that.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.userTokens.delete("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * ```
   */
  async delete(id: string, options?: RequestOptions): Promise<void> {
    try {
      await this.#transport.call("UserTokensService_DeleteUserToken", { path: { id } }, options);
    } catch (error) {
      if (!(error instanceof NotFoundError && isOutcomeUnknown(error))) throw error;
    }
  }

  async #send(request: CreateUserTokenRequest, options?: RequestOptions): Promise<IssuedToken<UserToken>> {
    const call = "UserTokensService_CreateUserToken";
    const { user_token: token, secret } = await this.#transport.call(call, { body: request }, options);
    this.#transport.memory.remember(token.id, token.created_at);
    return { token, secret };
  }

  #reconcile(
    request: CreateUserTokenRequest,
    since: () => number,
    options: ReconcileOptions,
  ): Promise<Reconciliation<UserToken>> {
    return reconcileCreate({
      name: request.name,
      memory: this.#transport.memory,
      key: keyOf(request.name),
      since,
      list: () => this.list({}, options).all(),
      recheck: () => recheck(this.#transport, options),
      takeOver: async (token) => {
        if (token.status === "USER_TOKEN_STATUS_ACTIVE") await this.revoke(token.id, options);
        await this.delete(token.id, options);
        return this.#send(request, options);
      },
    });
  }
}
