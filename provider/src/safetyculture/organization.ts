import {
  type CreateServiceUserTokenRequest,
  leftoversOf,
  type Permission,
  parseTokenName,
  type Quota,
  type RotateOptions,
  type SafetyCultureClient,
  type ServiceUserToken,
  type UpdateServiceUserTokenRequest,
} from "@safetyculture-tokens/sdk";
import { DiagnosticError, type OperationContext } from "../framework/index.js";
import { asDiagnostic, orAbsent, unless } from "./api-diagnostics.js";
import { Budget } from "./budget.js";
import { CallingCredential } from "./calling-credential.js";
import {
  type Created,
  createdDespite,
  type Issued,
  incompleteRotation,
  type RotatedToken,
  rotatedUnverified,
} from "./issued-token.js";
import { SHARED_READING, shared, until } from "./shared.js";
import { Slots } from "./slots.js";
import { type Outcome, type Snapshot, TokenList } from "./token-list.js";

/** The most that a page may hold. */
const PAGE_SIZE = 100;

/**
 * One organization as seen with one credential. Reads are shared: the refresh of every token of a run is served by one paged
 * list, and a write is noted in it. A list is a hint only, because it may lag behind.
 */
export class Organization {
  readonly client: SafetyCultureClient;
  readonly budget = new Budget((signal) => this.tokens(signal));
  readonly credential: CallingCredential;
  /** Ids of the tokens that this run manages. */
  readonly managed = new Set<string>();
  readonly #list = new TokenList(() => this.#readList());
  readonly #slots = new Slots();
  #catalogue: Promise<readonly Permission[]> | undefined;

  constructor(client: SafetyCultureClient) {
    this.client = client;
    this.credential = new CallingCredential(client);
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
    const snapshot = await until(signal, this.#list.complete());
    if (snapshot !== undefined) return snapshot;
    throw new DiagnosticError(
      "Incomplete list",
      "Tokens were created or deleted while the provider listed them, so some may be missing. Run it again.",
    );
  }

  /** The catalogue of permissions. */
  catalogue(signal: AbortSignal): Promise<readonly Permission[]> {
    const read = async (): Promise<readonly Permission[]> =>
      (await this.client.permissions.list(SHARED_READING).all()).items;
    this.#catalogue ??= shared(asDiagnostic("read the permission catalogue", read()), () => {
      this.#catalogue = undefined;
    });
    return until(signal, this.#catalogue);
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
    else if (organizationId !== null)
      await this.credential.refuseOtherOrganization(id, organizationId, signal);
    return found;
  }

  /**
   * Creates a token. A create whose response is lost is found by the key in its name, so that none is left behind without an
   * owner.
   */
  async create(request: CreateServiceUserTokenRequest, operation: Writing): Promise<Created> {
    const { name } = request;
    const { signal, deadlineMs } = operation;
    const { tokens } = await this.tokens(signal);
    const created = this.#slots
      .withRoom(
        () =>
          this.#api.create(request, {
            signal,
            deadlineMs,
            listed: [...tokens.values()],
            owned: this.managed,
            onUnknownOutcome: "reconcile",
          }),
        signal,
      )
      .then((issued): Created => ({ ...issued, isNamed: true }), createdDespite);
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
      const incomplete = incompleteRotation(error);
      if (incomplete === undefined) throw error;
      diagnostics.warning(
        "New secret not seen to work",
        `Token ${incomplete.token.id} has its new secret, but a call with it failed: ${incomplete.message}`,
      );
      return rotatedUnverified(incomplete, { id, name }, options, this.now());
    }
  }

  /** Revokes an active or expired token; one that is revoked by now is no failure. */
  async revoke(token: ServiceUserToken, signal: AbortSignal): Promise<ServiceUserToken> {
    await this.credential.refuseFor(token, "revoke", signal);
    const call = this.#slots.whileEnding(() =>
      this.#api
        .revoke(token.id, { signal })
        .catch((error) => unless(error, "TOKEN_NOT_ACTIVE", () => this.#api.pause(token.id, { signal }))),
    );
    return this.#write(`revoke token ${token.id}`, call, (revoked) => revoked);
  }

  /** Deletes a revoked token; one that is gone, or active again, is no failure. */
  async delete(token: ServiceUserToken, signal: AbortSignal): Promise<void> {
    await this.credential.refuseFor(token, "delete", signal);
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
}

/** What a write is given of the operation that it belongs to. */
export interface Writing extends Pick<OperationContext<unknown>, "signal" | "diagnostics"> {
  /** How long it may take in all, in milliseconds. */
  readonly deadlineMs: number;
}
