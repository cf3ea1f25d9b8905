import type { ServiceUserToken } from "../../contract/models.js";
import type { ResponseBody } from "../../contract/types.js";
import { ApiError } from "../../errors/api-error.js";
import { CallError } from "../../errors/call-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { UnexpectedResponseError } from "../../errors/unexpected-response-error.js";
import type { Transport } from "../../http/transport.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { ServiceUserTokenOperations } from "../operations.js";
import type { IssuedToken } from "./issued-token.js";
import { recheck } from "./recheck.js";
import { reconcileCreate } from "./reconcile-create.js";
import { reconcileRegenerate } from "./reconcile-regenerate.js";
import type { ReconcileOptions, Reconciliation } from "./reconciliation.js";

/** A lost response while a token is taken over is cleared up so many times. */
const ROUNDS = 3;

const REGENERATE = "ServiceUserTokensService_RegenerateServiceUserToken";

/**
 * A create whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostCreateCall } from "@safetyculture-tokens/sdk";
 *
 * const lost: LostCreateCall = { name: "power-bi", since: "2026-01-01T00:00:00Z" };
 * ```
 */
export interface LostCreateCall {
  /** Name that the token was to have. */
  readonly name: string;
  /** When the call began, by the API's clock. */
  readonly since: Date | string;
}

/**
 * A regenerate whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostRegenerateCall } from "@safetyculture-tokens/sdk";
 *
 * const lost: LostRegenerateCall = { id: "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", since: new Date() };
 * ```
 */
export interface LostRegenerateCall {
  /** Id of the token. */
  readonly id: string;
  /** When the call began, by the API's clock. */
  readonly since: Date | string;
}

/**
 * A create or regenerate whose response was lost.
 *
 * @example
 * ```ts
 * import type { LostCall } from "@safetyculture-tokens/sdk";
 *
 * const journal: LostCall[] = [{ name: "power-bi", since: "2026-01-01T00:00:00Z" }];
 * ```
 */
export type LostCall = LostCreateCall | LostRegenerateCall;

/** Tells calls for one token, by its name or id, from those for others. */
export function keyOf(nameOrId: string): string {
  return `service_user_token ${nameOrId}`;
}

type Operations = Pick<ServiceUserTokenOperations, "list" | "get" | "revoke">;

/** Clears up creates and regenerates whose response was lost. */
export class Reconciler {
  readonly #transport: Transport;
  readonly #operations: Operations;

  constructor(transport: Transport, operations: Operations) {
    this.#transport = transport;
    this.#operations = operations;
  }

  /** Remembers that a secret came back, and hands it over. */
  issued(response: ResponseBody<typeof REGENERATE>): IssuedToken<ServiceUserToken> {
    const { service_user_token: token, secret } = response;
    this.#transport.memory.remember(token.id, token.secret_issued_at);
    return { token, secret };
  }

  /** Clears up a lost create. */
  create(
    name: string,
    since: () => number,
    options: ReconcileOptions,
  ): Promise<Reconciliation<ServiceUserToken>> {
    return reconcileCreate({
      name,
      memory: this.#transport.memory,
      key: keyOf(name),
      since,
      list: () => this.#operations.list({}, options).all(),
      recheck: () => recheck(this.#transport, options),
      witnessed: (moment) => this.#createdInLog(name, moment, options),
      takeOver: (token) => this.#reissue(token, options),
    });
  }

  /** Clears up a lost regenerate. */
  regenerate(
    id: string,
    since: () => number,
    options: ReconcileOptions,
  ): Promise<Reconciliation<ServiceUserToken>> {
    return reconcileRegenerate({
      memory: this.#transport.memory,
      key: keyOf(id),
      since,
      get: () => this.#operations.get(id, options),
      recheck: () => recheck(this.#transport, options),
      takeOver: (token) => this.#reissue(token, options),
    });
  }

  /** Voids whatever secret the token has and gives it a new one. */
  async #reissue(token: ServiceUserToken, options: RequestOptions): Promise<IssuedToken<ServiceUserToken>> {
    let present = token;
    for (let round = 1; ; round++) {
      if (present.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED")
        await this.#operations.revoke(token.id, options);
      try {
        return this.issued(await this.#transport.call(REGENERATE, { path: { id: token.id } }, options));
      } catch (error) {
        if (!(error instanceof CallError && error.mayHaveHappened) || round === ROUNDS) throw error;
        present = await this.#operations.get(token.id, options);
      }
    }
  }

  /** Tokens of that name that the activity log says were made. A credential that may not read the log witnesses nothing. */
  async #createdInLog(name: string, since: number, options: RequestOptions): Promise<ServiceUserToken[]> {
    const filters = {
      event_types: ["service_user_token.created"],
      timeframe: { from: new Date(since).toISOString() },
    };
    try {
      const body = { page_size: 100, filters };
      const { activities } = await this.#transport.call(
        "ActivityLogService_ListActivities",
        { body },
        options,
      );
      const ids = activities.flatMap(({ metadata }) =>
        metadata["name"] === name ? (metadata["service_user_token_id"] ?? []) : [],
      );
      const tokens = await Promise.all(ids.map((id) => this.#operations.get(id, options).catch(unlessGone)));
      return tokens.filter((token) => token !== undefined);
    } catch (error) {
      if (error instanceof UnexpectedResponseError) return [];
      if (error instanceof ApiError && [403, 404, 501].includes(error.status)) return [];
      throw error;
    }
  }
}

function unlessGone(error: unknown): undefined {
  // An id of another form is none of ours.
  if (!(error instanceof NotFoundError || error instanceof InvalidArgumentError)) throw error;
}
