import type { ServiceUserToken } from "../contract/models.js";
import { CallError } from "../errors/call-error.js";
import type { Transport } from "../http/transport.js";
import type { RequestOptions } from "../options/request-options.js";
import { reconcileCreate } from "../reconcile/reconcile-create.js";
import { reconcileRegenerate } from "../reconcile/reconcile-regenerate.js";
import type { ReconcileOptions, Reconciliation } from "../reconcile/reconciliation.js";
import { settle } from "../reconcile/settle.js";
import type { IssuedToken } from "./issued-token.js";
import type { ServiceUserTokenOperations } from "./service-user-token-operations.js";

/** A lost answer while a token is taken over is cleared up so many times. */
const ROUNDS = 3;

type Operations = Pick<ServiceUserTokenOperations, "list" | "get" | "revoke">;

/** Clears up creates and regenerates whose answer was lost. */
export class Reconciler {
  readonly #transport: Transport;
  readonly #operations: Operations;

  constructor(transport: Transport, operations: Operations) {
    this.#transport = transport;
    this.#operations = operations;
  }

  /** Tells calls for one token, by its name or id, from those for others. */
  keyOf(nameOrId: string): string {
    const { origin, prefix } = this.#transport.settings.baseUrl;
    return `${origin}${prefix} service_user_token ${nameOrId}`;
  }

  /** Clears up a lost create. */
  create(
    name: string,
    since: () => number,
    options: ReconcileOptions,
  ): Promise<Reconciliation<ServiceUserToken>> {
    return reconcileCreate({
      name,
      key: this.keyOf(name),
      since,
      list: () => this.#operations.list({}, options).all(),
      settle: () => settle(this.#transport, options),
      takeOver: (token) => this.reissue(token, options),
    });
  }

  /** Clears up a lost regenerate. */
  regenerate(
    id: string,
    since: () => number,
    options: ReconcileOptions,
  ): Promise<Reconciliation<ServiceUserToken>> {
    return reconcileRegenerate({
      key: this.keyOf(id),
      since,
      get: () => this.#operations.get(id, options),
      settle: () => settle(this.#transport, options),
      takeOver: (token) => this.reissue(token, options),
    });
  }

  /** Sends one regenerate. */
  async sendRegenerate(id: string, options?: RequestOptions): Promise<IssuedToken<ServiceUserToken>> {
    const call = "ServiceUserTokensService_RegenerateServiceUserToken";
    const { service_user_token, secret } = await this.#transport.call(call, { path: { id } }, options);
    return { token: service_user_token, secret };
  }

  /** Voids whatever secret the token has and gives it a new one. */
  async reissue(token: ServiceUserToken, options: RequestOptions): Promise<IssuedToken<ServiceUserToken>> {
    let present = token;
    for (let round = 1; ; round++) {
      if (present.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED")
        await this.#operations.revoke(token.id, options);
      try {
        return await this.sendRegenerate(token.id, options);
      } catch (error) {
        if (!(error instanceof CallError && error.mayHaveHappened) || round === ROUNDS) throw error;
        present = await this.#operations.get(token.id, options);
      }
    }
  }
}
