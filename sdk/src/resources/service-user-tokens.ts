import type { Caller, CreateServiceUserTokenRequest, ServiceUserToken } from "../contract/models.js";
import { Transport } from "../http/transport.js";
import type { RequestOptions } from "../options/request-options.js";
import { createTemporary, type TemporaryToken } from "../verbs/create-temporary.js";
import { type EnsuredToken, type EnsureOptions, ensure } from "../verbs/ensure.js";
import { pause } from "../verbs/pause.js";
import { type Quota, quota } from "../verbs/quota.js";
import { type ResumedToken, resume } from "../verbs/resume.js";
import { type Retirement, retirePrevious } from "../verbs/retire-previous.js";
import { revokeAndDelete } from "../verbs/revoke-and-delete.js";
import { type PreviousToken, type RotateOptions, type Rotation, rotate } from "../verbs/rotate.js";
import type { SequenceContext, SequenceOptions } from "../verbs/sequence.js";
import { ServiceUserTokenOperations } from "./service-user-token-operations.js";

/**
 * Tokens of service users: the operations of the contract, and the sequences that people make of them. Each sequence can be
 * run again after an interruption and goes on from where it was. None stops the token that the client itself uses.
 *
 * @example
 * ```ts
 * import { type ServiceUserTokens, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const serviceUserTokens: ServiceUserTokens = new SafetyCultureClient().serviceUserTokens;
 * await serviceUserTokens.ensure({ name: "power-bi" });
 * ```
 */
export class ServiceUserTokens extends ServiceUserTokenOperations {
  readonly #context: SequenceContext;
  #caller: Promise<Caller> | undefined;

  /** @internal */
  constructor(transport: Transport) {
    super(transport);
    this.#context = {
      operations: this,
      caller: (options) => this.#whoAmI(transport, options),
      ownerOf: (apiToken, options) => {
        const other = new Transport({ ...transport.settings, apiToken }, transport.dispatchers);
        return other.call("UsersService_WhoAmI", {}, options);
      },
      now: () => transport.serverTime.latest(),
      rest: (ms, { signal }) => transport.rest(ms, signal),
      inTurn: (name, run) => transport.memory.inTurn(`ensure ${name}`, run),
    };
  }

  /**
   * Stops a token at once, unless it is stopped already. {@link ServiceUserTokens.resume} makes it work again.
   *
   * @throws {@link OwnCredentialError} for the token that the client itself uses.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.serviceUserTokens.pause("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * ```
   */
  pause(id: string, options: SequenceOptions = {}): Promise<ServiceUserToken> {
    return pause(this.#context, id, options);
  }

  /**
   * Makes a revoked or expired token work again, with a new secret. Leaves an active one as it is, without a secret.
   *
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { secret } = await client.serviceUserTokens.resume("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * console.log(secret === null ? "was active" : secret.fingerprint());
   * ```
   */
  resume(id: string, options: SequenceOptions = {}): Promise<ResumedToken> {
    return resume(this.#context, id, options);
  }

  /**
   * Gives a token a new secret. `in_place` keeps the token and breaks whoever still uses the old secret; `overlap` makes a new
   * token with the name, days and permissions of the old one, which is renamed to `NAME (retires TIME)` and goes on working
   * until {@link ServiceUserTokens.retirePrevious}. A token that is not active is always rotated in place.
   *
   * @throws {@link TokenLimitReachedError} when there is no room for a second token and `whenFull` is not `in_place`.
   * @throws {@link IncompleteSequenceError} with the secret, when a call with it fails.
   * @throws {@link AmbiguousTokensError} when an interrupted rotation cannot tell the new token from others.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { token, secret, previous } = await client.serviceUserTokens.rotate(
   *   "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69",
   *   { strategy: "overlap", graceHours: 48 },
   * );
   * console.log(token.id, secret.fingerprint(), previous?.retireAfter);
   * ```
   */
  rotate(id: string, options: RotateOptions): Promise<Rotation> {
    return rotate(this.#context, id, options);
  }

  /**
   * Revokes and deletes the outgoing tokens of overlapping rotations whose time has come by the API's clock.
   *
   * @param previous - The name of a token, for all of its outgoing predecessors, as long as a token of that name is active; or
   * what {@link ServiceUserTokens.rotate} answered as `previous`.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { retired, waiting } = await client.serviceUserTokens.retirePrevious("power-bi");
   * console.log(retired, waiting.map((token) => token.retireAfter));
   * ```
   */
  retirePrevious(previous: string | PreviousToken, options: SequenceOptions = {}): Promise<Retirement> {
    return retirePrevious(this.#context, previous, options);
  }

  /**
   * Revokes a token if need be and deletes it for good. Does nothing when it is gone already.
   *
   * @throws {@link OwnCredentialError} for the token that the client itself uses.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await client.serviceUserTokens.revokeAndDelete("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69");
   * ```
   */
  revokeAndDelete(id: string, options: SequenceOptions = {}): Promise<void> {
    return revokeAndDelete(this.#context, id, options);
  }

  /**
   * How many tokens are active, and how many may be: 20 per organization.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { active, limit, available } = await client.serviceUserTokens.quota();
   * console.log(`${active} of ${limit} in use, ${available} left`);
   * ```
   */
  quota(options: RequestOptions = {}): Promise<Quota> {
    return quota(this.#context, options);
  }

  /**
   * Makes a token that is revoked and deleted at the end of the block, also when the block throws. A lost answer is cleared up.
   *
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * await using temporary = await client.serviceUserTokens.createTemporary({ name: "nightly export" });
   * console.log(temporary.token.id);
   * ```
   */
  createTemporary(
    request: CreateServiceUserTokenRequest,
    options: SequenceOptions = {},
  ): Promise<TemporaryToken> {
    return createTemporary(this.#context, request, options);
  }

  /**
   * Makes the token of that name, or brings the one that is there to the wanted state: active, with the days and permissions
   * that are given. Safe to run twice, and for several at once within a process.
   *
   * @throws {@link AmbiguousTokensError} when several tokens have the name.
   * @throws {@link IncompleteSequenceError} with the secret, when one was issued and the edit after it fails.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { token, secret, action } = await client.serviceUserTokens.ensure({
   *   name: "power-bi",
   *   inactivity_expiry_days: 180,
   *   permissions: ["inspections.view"],
   * });
   * console.log(token.id, action, secret?.fingerprint());
   * ```
   */
  ensure(wanted: CreateServiceUserTokenRequest, options: EnsureOptions = {}): Promise<EnsuredToken> {
    return ensure(this.#context, wanted, options);
  }

  async #whoAmI(transport: Transport, options: RequestOptions): Promise<Caller> {
    this.#caller ??= transport.call("UsersService_WhoAmI", {}, options);
    try {
      return await this.#caller;
    } catch (error) {
      this.#caller = undefined;
      throw error;
    }
  }
}
