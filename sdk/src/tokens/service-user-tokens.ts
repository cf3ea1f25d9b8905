import type {
  Caller,
  CreateServiceUserTokenRequest,
  ListServiceUserTokensQuery,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import { Transport } from "../http/transport.js";
import type { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import type { CreateOptions } from "./issue/create-options.js";
import { createToken, reconcileCreate } from "./issue/create-token.js";
import type { IssuedToken } from "./issue/issued-token.js";
import type { LostCall } from "./issue/lost-call.js";
import type { IssueOptions, ReconcileOptions, Reconciliation } from "./issue/reconciliation.js";
import { reconcileRegenerated, regenerateToken } from "./issue/regenerate-token.js";
import { TokenAccess } from "./issue/token-access.js";
import { TokenOperations } from "./operations.js";
import { checkCreateRequest } from "./workflows/check-create-request.js";
import { createTemporary, type TemporaryToken } from "./workflows/create-temporary.js";
import { type EnsuredToken, type EnsureOptions, ensure } from "./workflows/ensure.js";
import { pause } from "./workflows/pause.js";
import { type Quota, quota } from "./workflows/quota.js";
import { type ResumedToken, resume } from "./workflows/resume.js";
import { type Retirement, retirePrevious } from "./workflows/retire-previous.js";
import { revokeAndDelete } from "./workflows/revoke-and-delete.js";
import { type PreviousToken, type RotateOptions, type Rotation, rotate } from "./workflows/rotate.js";
import type { WorkflowContext, WorkflowOptions } from "./workflows/workflow.js";

/**
 * Tokens of service users: the operations of the contract, and the workflows that people make of them. Each workflow can be
 * run again after a cancellation and goes on from where it was. None stops the token that the client itself uses.
 *
 * @example
 * ```ts
 * import { type ServiceUserTokens, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const serviceUserTokens: ServiceUserTokens = new SafetyCultureClient().serviceUserTokens;
 * await serviceUserTokens.ensure({ name: "power-bi", permissions: ["inspections.view"] });
 * ```
 */
export class ServiceUserTokens {
  readonly #operations: TokenOperations;
  readonly #access: TokenAccess;
  readonly #context: WorkflowContext;
  #caller: Promise<Caller> | undefined;

  /** @internal */
  constructor(transport: Transport) {
    this.#operations = new TokenOperations(transport);
    this.#access = new TokenAccess(transport, this.#operations);
    this.#context = {
      operations: this.#operations,
      access: this.#access,
      caller: (options) => this.#whoAmI(transport, options),
      ownerOf: (apiToken, options) => {
        const other = new Transport({ ...transport.settings, apiToken }, transport.dispatchers);
        return other.call("UsersService_WhoAmI", {}, options);
      },
      now: () => transport.serverTime.latest(),
      sleep: (ms, { signal }) => transport.sleep(ms, signal),
      inTurn: (name, run) => transport.memory.inTurn(`ensure ${name}`, run),
    };
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
  ): List<ServiceUserToken, ResponseBody<"ServiceUserTokensService_ListServiceUserTokens">> {
    return this.#operations.list(query, options);
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
  get(id: string, options?: RequestOptions): Promise<ServiceUserToken> {
    return this.#operations.get(id, options);
  }

  /**
   * Makes a service user with one token. It is created under `NAME (creating KEY)` and gets its name once its secret is in hand, so
   * that what a lost, late or killed create made is found by its key. A call that is on the wire is not stopped by `signal`.
   *
   * @param request - `name` (1 to 130 characters), `inactivity_expiry_days` (31, 45, 60 or 180; 45 unless given) and
   * `permissions` (keys of the catalogue; all unless given).
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   * @throws {@link OutcomeUnknownError} when the response was lost.
   * @throws {@link IncompleteWorkflowError} with token and secret, when the token cannot be given its name until the deadline.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { token, secret } = await client.serviceUserTokens.create(
   *   { name: "power-bi", inactivity_expiry_days: 60, permissions: ["inspections.view"] },
   *   { onUnknownOutcome: "reconcile" },
   * );
   * console.log(token.id, secret.fingerprint());
   * ```
   */
  async create(
    request: CreateServiceUserTokenRequest,
    options: CreateOptions = {},
  ): Promise<IssuedToken<ServiceUserToken>> {
    checkCreateRequest(request);
    return createToken(this.#access, request, options);
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
  update(
    id: string,
    request: UpdateServiceUserTokenRequest,
    options?: RequestOptions,
  ): Promise<ServiceUserToken> {
    return this.#operations.update(id, request, options);
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
  revoke(id: string, options?: RequestOptions): Promise<ServiceUserToken> {
    return this.#operations.revoke(id, options);
  }

  /**
   * Gives a revoked token a new secret, with the same id, name and permissions. The secret is in this response and nowhere
   * else. A call that is on the wire is not stopped by `signal`, and never sent twice.
   *
   * @throws {@link TokenNotRevokedError}
   * @throws {@link TokenLimitReachedError} when 20 tokens are active.
   * @throws {@link OutcomeUnknownError} when the response was lost.
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
  regenerate(id: string, options: IssueOptions = {}): Promise<IssuedToken<ServiceUserToken>> {
    return regenerateToken(this.#access, id, options);
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
  delete(id: string, options?: RequestOptions): Promise<void> {
    return this.#operations.delete(id, options);
  }

  /**
   * Clears up a create or regenerate whose response was lost with the whole process, from what a journal kept of it. In the same
   * process {@link OutcomeUnknownError.reconcile} does this.
   *
   * @param lost - The `name` that was to be created or the `id` that was to be regenerated; and the key that the option `creating` gave
   * the create.
   * @throws {@link AmbiguousTokensError} when a regenerated secret is in use by somebody else.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const lost = { name: "power-bi", creating: "7Q2M9KX4TB" };
   * const result = await client.serviceUserTokens.reconcile(lost);
   * console.log(result.outcome);
   * ```
   */
  reconcile(lost: LostCall, options: ReconcileOptions = {}): Promise<Reconciliation<ServiceUserToken>> {
    return "id" in lost
      ? reconcileRegenerated(this.#access, lost.id, options)
      : reconcileCreate(this.#access, lost, options);
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
  pause(id: string, options: WorkflowOptions = {}): Promise<ServiceUserToken> {
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
  resume(id: string, options: WorkflowOptions = {}): Promise<ResumedToken> {
    return resume(this.#context, id, options);
  }

  /**
   * Gives a token a new secret. `in_place` keeps the token and breaks whoever still uses the old secret; `overlap` makes a new
   * token with the name, days and permissions of the old one, which is renamed to `NAME (retires TIME, replaced by ID8)` and
   * goes on working
   * until {@link ServiceUserTokens.retirePrevious}. A token that is not active is always rotated in place.
   *
   * @throws {@link TokenLimitReachedError} when there is no room for a second token and `whenFull` is not `in_place`.
   * @throws {@link IncompleteWorkflowError} with the secret, when a call with it fails.
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
   * what {@link ServiceUserTokens.rotate} returned as `previous`.
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
  retirePrevious(previous: string | PreviousToken, options: WorkflowOptions = {}): Promise<Retirement> {
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
  revokeAndDelete(id: string, options: WorkflowOptions = {}): Promise<void> {
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
   * Makes a token that is revoked and deleted at the end of the block, also when the block throws. A lost response is cleared up.
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
    options: WorkflowOptions = {},
  ): Promise<TemporaryToken> {
    return createTemporary(this.#context, request, options);
  }

  /**
   * Makes the token of that name, or brings the one that is there to the wanted state: active, with the days and permissions
   * that are given. Safe to run twice, and for several at once within a process.
   *
   * @throws {@link AmbiguousTokensError} when several tokens have the name.
   * @throws {@link IncompleteWorkflowError} with the secret, when one was issued and the edit after it fails.
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
