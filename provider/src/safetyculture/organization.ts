import {
  type CreateServiceUserTokenRequest,
  type ErrorCode,
  IncompleteWorkflowError,
  type IssuedToken,
  leftoversOf,
  type Permission,
  type PreviousToken,
  parseTokenName,
  type Quota,
  type RotateOptions,
  type SafetyCultureClient,
  SafetyCultureError,
  type ServiceUserToken,
  type UpdateServiceUserTokenRequest,
} from "@safetyculture-tokens/sdk";
import { DiagnosticError, type OperationContext } from "../framework/index.js";
import { asDiagnostic, orAbsent } from "./api-diagnostics.js";
import { Budget } from "./budget.js";
import { formatTime } from "./service-user-token/state.js";
import { shared, until } from "./shared.js";
import { Slots } from "./slots.js";
import { type Outcome, type Snapshot, TokenList } from "./token-list.js";

/**
 * How long a reading that many wait for may take, with every wait for the API's rate limit in it. One that is to last
 * longer fails at once, instead of leaving Terraform silent.
 */
const SHARED_READING = { deadlineMs: 120_000 } as const;
const HOUR_MS = 3_600_000;
/** The most that a page may hold. */
const PAGE_SIZE = 100;
/** How often a list that changes while it is read is read from the start, for those who need all of it. */
const READINGS = 3;

/**
 * One organization as seen with one credential. Reads are shared: the refresh of every token of a run is served by one paged
 * list, and a write is noted in it. A list is a hint only, because it may lag behind.
 */
export class Organization {
  readonly client: SafetyCultureClient;
  readonly budget = new Budget((signal) => this.tokens(signal));
  /** Ids of the tokens that this run manages. */
  readonly managed = new Set<string>();
  readonly #list = new TokenList(() => this.#readList());
  readonly #slots = new Slots();
  #catalogue: Promise<readonly Permission[]> | undefined;
  #caller: Promise<Caller> | undefined;
  readonly #creating = new Map<string, Promise<unknown>>();

  constructor(client: SafetyCultureClient) {
    this.client = client;
  }

  get #api(): SafetyCultureClient["serviceUserTokens"] {
    return this.client.serviceUserTokens;
  }

  /** The time by the API's clock. */
  now(): Date {
    return this.client.now();
  }

  /** The tokens as one reading of this run showed them; maybe not all. */
  tokens(signal: AbortSignal): Promise<Snapshot> {
    return until(signal, this.#list.current());
  }

  /** Every token as a list that starts now shows them. */
  async freshTokens(signal: AbortSignal): Promise<Snapshot> {
    for (let reading = 1; reading <= READINGS; reading += 1) {
      const snapshot = await until(signal, this.#list.fresh());
      if (snapshot.complete) return snapshot;
    }
    throw new DiagnosticError(
      "Incomplete list",
      "Tokens were created or deleted while the provider listed them, so some may be missing. Run it again.",
    );
  }

  /** The catalogue of permissions. */
  catalogue(signal: AbortSignal): Promise<readonly Permission[]> {
    this.#catalogue ??= shared(asDiagnostic("read the permission catalogue", this.#listPermissions()), () => {
      this.#catalogue = undefined;
    });
    return until(signal, this.#catalogue);
  }

  /** The owner of the provider's own credential. */
  caller(signal: AbortSignal): Promise<Caller> {
    const doing = "find out whose API token the provider uses";
    this.#caller ??= shared(asDiagnostic(doing, this.client.users.whoAmI(SHARED_READING)), () => {
      this.#caller = undefined;
    });
    return until(signal, this.#caller);
  }

  /** The token of this id: from the list when that shows what is expected, else asked for by its id. */
  async find(
    id: string,
    organizationId: string | null,
    signal: AbortSignal,
    isExpected: (listed: ServiceUserToken) => boolean,
  ): Promise<ServiceUserToken | undefined> {
    this.managed.add(id);
    const listed = (await this.tokens(signal)).tokens.get(id);
    return listed !== undefined && isExpected(listed) ? listed : this.get(id, organizationId, signal);
  }

  /**
   * The token of this id, asked for by the id, or `undefined` when it certainly does not exist in this organization.
   *
   * @throws DiagnosticError when the credential belongs to another organization than the token did: then nothing is
   * known about the token, and forgetting it would make a second one.
   */
  async get(
    id: string,
    organizationId: string | null,
    signal: AbortSignal,
  ): Promise<ServiceUserToken | undefined> {
    const found = await asDiagnostic(`read token ${id}`, orAbsent(this.#api.get(id, { signal })));
    if (found !== undefined) this.#list.note(found);
    else if (organizationId !== null) await this.#refuseOtherOrganization(id, organizationId, signal);
    return found;
  }

  /**
   * Creates a token. A create whose response is lost is found by the key in its name, so that none is left behind without an
   * owner.
   */
  async create(request: CreateServiceUserTokenRequest, operation: Writing): Promise<Created> {
    const { name } = request;
    const { signal, deadlineMs } = operation;
    // Those of one name are created in turn, so that none is taken for another whose response was lost.
    const before = this.#creating.get(name) ?? Promise.resolve();
    const call = before.then(() =>
      this.#slots.withRoom(
        () =>
          this.#api.create(request, {
            signal,
            deadlineMs,
            owned: this.managed,
            onUnknownOutcome: "reconcile",
          }),
        signal,
      ),
    );
    this.#creating.set(
      name,
      call.catch(() => undefined),
    );
    const created = call.then(
      (issued): Created => ({ ...issued, isNamed: true }),
      (error: unknown): Created => {
        // The secret is in hand, whatever failed after it.
        if (error instanceof IncompleteWorkflowError)
          return { token: error.token, secret: error.secret, isNamed: false };
        throw error;
      },
    );
    const issued = await this.#write(`create token ${JSON.stringify(name)}`, created, ({ token }) => token);
    this.managed.add(issued.token.id);
    this.budget.created(name);
    return issued;
  }

  async update(
    { id }: ServiceUserToken,
    changes: UpdateServiceUserTokenRequest,
    signal: AbortSignal,
  ): Promise<ServiceUserToken> {
    return this.#write(`edit token ${id}`, this.#api.update(id, changes, { signal }), (token) => token);
  }

  /** Renames a token; one that cannot be edited any more, or is gone, keeps its name. */
  async rename(id: string, name: string, signal: AbortSignal): Promise<void> {
    const call = orAbsent(this.#api.update(id, { name }, { signal })).catch((error) =>
      unless(error, "TOKEN_NOT_ACTIVE", async () => undefined),
    );
    await this.#write(`rename token ${id}`, call, (token) => token);
  }

  /** Issues a new secret for a revoked token. */
  regenerate({ id, name }: ServiceUserToken, { signal, deadlineMs }: Writing): Promise<Issued> {
    const call = this.#slots.withRoom(
      () => this.#api.regenerate(id, { signal, deadlineMs, onUnknownOutcome: "reconcile" }),
      signal,
    );
    return this.#write(`regenerate token ${JSON.stringify(name)} (${id})`, call, ({ token }) => token);
  }

  /** Gives an active token a new secret, or goes on with a rotation that was interrupted. */
  async rotate(
    { id, name }: ServiceUserToken,
    options: RotateOptions,
    { signal, deadlineMs, diagnostics }: Writing,
  ): Promise<RotatedToken> {
    const rotating = this.#slots.withRoom(
      () => this.#api.rotate(id, { ...options, signal, deadlineMs }),
      signal,
    );
    try {
      const { token, secret, previous } = await this.#write(
        `rotate token ${JSON.stringify(name)} (${id})`,
        rotating,
        (rotation) => rotation.token,
      );
      this.#list.forget();
      return { token, secret, outgoing: previous, verified: true };
    } catch (error) {
      const { cause } = error instanceof Error ? error : { cause: undefined };
      const incomplete = cause instanceof IncompleteWorkflowError ? cause : error;
      if (!(incomplete instanceof IncompleteWorkflowError)) throw error;
      diagnostics.warning(
        "New secret not seen to work",
        `Token ${incomplete.token.id} has its new secret, but a call with it failed: ${incomplete.message}`,
      );
      const { token, secret } = incomplete;
      // A token beside the one that was rotated: that one goes on working, and must not be left without an owner.
      const retireAfter = formatTime(this.now().getTime() + (options.graceHours ?? 24) * HOUR_MS);
      const outgoing = token.id === id ? null : { id, name, retireAfter };
      return { token: { ...token, name: options.name ?? token.name }, secret, outgoing, verified: false };
    }
  }

  /** Revokes an active or expired token; one that is revoked by now is no failure. */
  async revoke(token: ServiceUserToken, signal: AbortSignal): Promise<ServiceUserToken> {
    await this.refuseOwnCredential(token, "revoke", signal);
    const call = this.#slots.whileEnding(() =>
      this.#api
        .revoke(token.id, { signal })
        .catch((error) => unless(error, "TOKEN_NOT_ACTIVE", () => this.#api.pause(token.id, { signal }))),
    );
    return this.#write(`revoke token ${token.id}`, call, (revoked) => revoked);
  }

  /** Deletes a revoked token; one that is gone, or active again, is no failure. */
  async delete(token: ServiceUserToken, signal: AbortSignal): Promise<void> {
    await this.refuseOwnCredential(token, "delete", signal);
    const call = orAbsent(this.#api.delete(token.id, { signal })).catch((error) =>
      unless(error, "TOKEN_NOT_REVOKED", () => this.#api.revokeAndDelete(token.id, { signal })),
    );
    await this.#write(`delete token ${token.id}`, call, () => ({ deleted: token.id }));
  }

  /** Revokes and deletes a token, whatever its state; one that is gone already is no failure. */
  async end(id: string, signal: AbortSignal): Promise<void> {
    const call = this.#slots.whileEnding(() => this.#api.revokeAndDelete(id, { signal }));
    await this.#write(`revoke and delete token ${id}`, call, () => ({ deleted: id }));
  }

  /** Revokes a token, whatever its state; one that is gone already is no failure. */
  async stop(id: string, signal: AbortSignal): Promise<void> {
    const call = this.#slots.whileEnding(() => orAbsent(this.#api.pause(id, { signal })));
    await this.#write(`revoke token ${id}`, call, (token) => token ?? { deleted: id });
  }

  /** Runs what will end an active token; creates of this process that meet the limit wait for it. */
  whileEnding<T>(run: () => Promise<T>): Promise<T> {
    return this.#slots.whileEnding(run);
  }

  /** Unused tokens that killed creates of this name left behind; the next create of the name removes them. */
  async leftovers(name: string, signal: AbortSignal): Promise<readonly ServiceUserToken[]> {
    const { tokens } = await this.tokens(signal);
    return leftoversOf([...tokens.values()], name).filter(({ id }) => !this.managed.has(id));
  }

  /** Whether an interrupted rotation of a token left something to go on with: its own name, or a successor in the making. */
  async isRotating({ id, name }: ServiceUserToken, signal: AbortSignal): Promise<boolean> {
    if (parseTokenName(name).kind === "retiring") return true;
    const { tokens } = await this.tokens(signal);
    return [...tokens.values()].some((token) => {
      const parsed = parseTokenName(token.name);
      return parsed.kind === "creating" && parsed.replaces === id.slice(0, 8).toLowerCase();
    });
  }

  /** The owner of an API token; `undefined` when the API does not accept it. */
  async whoIs(apiToken: string, signal: AbortSignal): Promise<Caller | undefined> {
    const asking = this.client.withApiToken(apiToken).users.whoAmI({ signal });
    return asDiagnostic(
      "find out whose API token this is",
      asking.catch((error) => unless(error, "UNAUTHORIZED", async () => undefined)),
    );
  }

  /** How many tokens are active, and how many may be. */
  quota(signal: AbortSignal): Promise<Quota> {
    return asDiagnostic("read the quota of active tokens", this.#api.quota({ signal }));
  }

  /** The organization of another credential, over the same connections. */
  with(apiToken: string): Organization {
    return new Organization(this.client.withApiToken(apiToken));
  }

  /** The organization of another credential if there is one, which is kept out of every log. */
  as(apiToken: string | null, registerSecret: (secret: string) => void): Organization {
    if (apiToken === null) return this;
    registerSecret(apiToken);
    return this.with(apiToken);
  }

  /** Refuses to take away the credential that the provider itself is using. */
  async refuseOwnCredential(
    token: Owned,
    doing: "revoke" | "delete" | "demote",
    signal: AbortSignal,
  ): Promise<void> {
    const { user_id: caller } = await this.caller(signal);
    if (caller !== token.service_user_id) return;
    throw new DiagnosticError(
      "The provider would lock itself out",
      `Token ${token.id} is the one that the provider itself calls the API with, so it must not ${doing} it. Give the ` +
        "provider another api_token for this change.",
    );
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** Makes a change and notes it in the list, so that the next reader need not ask again; after a failure it must. */
  async #write<T>(doing: string, call: Promise<T>, outcome: (result: T) => Outcome | undefined): Promise<T> {
    try {
      const result = await asDiagnostic(doing, call);
      const known = outcome(result);
      if (known !== undefined) this.#list.note(known);
      return result;
    } catch (error) {
      this.#list.forget();
      throw error;
    }
  }

  async #readList(): Promise<Snapshot> {
    // One reading is enough: before anything follows from a token or its absence, it is asked for by its id.
    const reading = this.#api.list({ page_size: PAGE_SIZE }, SHARED_READING).all({ confirm: false });
    const { items, complete, firstPage } = await asDiagnostic("list the service user tokens", reading);
    return {
      tokens: new Map(items.map((token) => [token.id, token])),
      complete,
      active: firstPage.active_count,
      limit: firstPage.active_limit,
    };
  }

  async #listPermissions(): Promise<readonly Permission[]> {
    return (await this.client.permissions.list(SHARED_READING).all()).items;
  }

  async #refuseOtherOrganization(id: string, organizationId: string, signal: AbortSignal): Promise<void> {
    const { organisation_id: own } = await this.caller(signal);
    if (own === organizationId) return;
    throw new DiagnosticError(
      "Another organization",
      `Token ${id} belongs to organization ${organizationId}, but the provider's api_token belongs to ${own}. The state ` +
        "is left as it is: use an api_token of the token's organization, or take the resource out of the state with " +
        "terraform state rm.",
    );
  }
}

/** What a write is given of the operation that it belongs to. */
export interface Writing extends Pick<OperationContext<unknown>, "signal" | "diagnostics"> {
  /** How long it may take in all, in milliseconds. */
  readonly deadlineMs: number;
}
export type Issued = IssuedToken<ServiceUserToken>;
/** A token that was created. */
export interface Created extends Issued {
  /** Whether it has its name; otherwise it still has that of a create. */
  readonly isNamed: boolean;
}
/** A token with a new secret. */
export interface RotatedToken extends Issued {
  /** The outgoing token of an overlapping rotation. */
  readonly outgoing: PreviousToken | null;
  /** Whether a call with the new secret was seen to succeed. */
  readonly verified: boolean;
}
/** A token and the service user that it belongs to. */
type Owned = { readonly id: string | null; readonly service_user_id: string | null };
export type Caller = Awaited<ReturnType<SafetyCultureClient["users"]["whoAmI"]>>;

/** Does something else after a failure of this code, and passes others on. */
function unless<T>(error: unknown, code: ErrorCode, instead: () => Promise<T>): Promise<T> {
  if (SafetyCultureError.is(error) && error.code === code) return instead();
  throw error;
}
