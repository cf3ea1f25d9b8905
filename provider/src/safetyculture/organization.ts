import {
  type CreateServiceUserTokenRequest,
  type IssuedToken,
  OutcomeUnknownError,
  type Permission,
  type Reconciliation,
  type SafetyCultureClient,
  type ServiceUserToken,
  type UpdateServiceUserTokenRequest,
} from "@safetyculture-tokens/sdk";
import { DiagnosticError, type OperationContext } from "../framework/index.js";
import { asDiagnostic, orAbsent } from "./api-diagnostics.js";

/** The most that a page may hold. */
const PAGE_SIZE = 100;

/**
 * One organization as seen with one credential. Reads are shared: every token of a run is served by one fully paged
 * list, and a write is noted in it.
 */
export class Organization {
  readonly client: SafetyCultureClient;
  #tokens: Promise<ReadonlyMap<string, ServiceUserToken>> | undefined;
  #catalogue: Promise<readonly Permission[]> | undefined;
  #caller: Promise<Caller> | undefined;
  readonly #creating = new Map<string, Promise<unknown>>();

  constructor(client: SafetyCultureClient) {
    this.client = client;
  }

  get #api(): SafetyCultureClient["serviceUserTokens"] {
    return this.client.serviceUserTokens;
  }

  /** Every token of the organization by id, oldest first. */
  tokens(signal: AbortSignal): Promise<ReadonlyMap<string, ServiceUserToken>> {
    return until(signal, this.#tokens ?? this.#remember(this.#listTokens()));
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
    this.#caller ??= shared(asDiagnostic(doing, this.client.users.whoAmI()), () => {
      this.#caller = undefined;
    });
    return until(signal, this.#caller);
  }

  /**
   * The token of this id, or `undefined` when it certainly does not exist in this organization.
   *
   * @throws DiagnosticError when the credential belongs to another organization than the token did: then nothing is
   * known about the token, and forgetting it would make a second one.
   */
  async find(
    id: string,
    organizationId: string | null,
    signal: AbortSignal,
  ): Promise<ServiceUserToken | undefined> {
    const listed = (await this.tokens(signal)).get(id);
    if (listed) return listed;
    const found = await asDiagnostic(`read token ${id}`, orAbsent(this.#api.get(id, { signal })));
    if (found === undefined && organizationId !== null)
      await this.#refuseOtherOrganization(id, organizationId, signal);
    return found;
  }

  /**
   * Makes a token. Those of one name are made one after the other: when the answer to one is lost, the others would look
   * as if they could be it.
   */
  async create(request: CreateServiceUserTokenRequest, operation: Writing): Promise<Issued> {
    const { name } = request;
    const { signal } = operation;
    const before = this.#creating.get(name);
    const call = (before ?? Promise.resolve()).then(() =>
      this.#issue(() => this.#api.create(request, { signal }), operation),
    );
    this.#creating.set(
      name,
      call.catch(() => undefined),
    );
    return this.#write(`create token ${JSON.stringify(name)}`, call, ({ token }) => token);
  }

  async update(
    { id }: ServiceUserToken,
    changes: UpdateServiceUserTokenRequest,
    signal: AbortSignal,
  ): Promise<ServiceUserToken> {
    return this.#write(`edit token ${id}`, this.#api.update(id, changes, { signal }), (token) => token);
  }

  /** Issues a new secret for a revoked token. */
  regenerate({ id, name }: ServiceUserToken, operation: Writing): Promise<Issued> {
    const { signal } = operation;
    const call = this.#issue(() => this.#api.regenerate(id, { signal }), operation);
    return this.#write(`regenerate token ${JSON.stringify(name)} (${id})`, call, ({ token }) => token);
  }

  async revoke(token: ServiceUserToken, signal: AbortSignal): Promise<ServiceUserToken> {
    await this.refuseOwnCredential(token, "revoke", signal);
    const call = this.#api.revoke(token.id, { signal });
    return this.#write(`revoke token ${token.id}`, call, (revoked) => revoked);
  }

  /** Deletes a revoked token; one that is gone already is no failure. */
  async delete(token: ServiceUserToken, signal: AbortSignal): Promise<void> {
    await this.refuseOwnCredential(token, "delete", signal);
    const call = orAbsent(this.#api.delete(token.id, { signal }));
    await this.#write(`delete token ${token.id}`, call, () => ({ deleted: token.id }));
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

  /**
   * Makes a call that issues a secret. When its answer is lost, the client finds out what became of it: a token that was
   * made is taken over, so that none is left behind without an owner, and one that was not is made then.
   */
  async #issue(call: () => Promise<Issued>, operation: Writing, isRepeat = false): Promise<Issued> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) throw error;
      const found = (await error.reconcile()) as Reconciliation<ServiceUserToken>;
      if (found.outcome === "taken_over") {
        operation.diagnostics.warning("Answer lost", takenOver(found.token));
        return found;
      }
      // It was certainly not carried out, so why it failed says more than that its answer was lost.
      if (isRepeat) throw error.cause;
      return this.#issue(call, operation, true);
    }
  }

  /** Makes a change and notes it in the list, so that the next reader need not ask again; after a failure it must. */
  async #write<T>(doing: string, call: Promise<T>, outcome: (answer: T) => Outcome): Promise<T> {
    try {
      const answer = await asDiagnostic(doing, call);
      this.#note(outcome(answer));
      return answer;
    } catch (error) {
      this.#tokens = undefined;
      throw error;
    }
  }

  #note(outcome: Outcome): void {
    const noted = this.#tokens?.then((tokens) => {
      const now = new Map(tokens);
      if ("deleted" in outcome) now.delete(outcome.deleted);
      else now.set(outcome.id, outcome);
      return now;
    });
    if (noted) this.#remember(noted);
  }

  #remember(tokens: Promise<ReadonlyMap<string, ServiceUserToken>>) {
    this.#tokens = shared(tokens, () => {
      this.#tokens = undefined;
    });
    return this.#tokens;
  }

  async #listTokens(): Promise<ReadonlyMap<string, ServiceUserToken>> {
    const doing = "list the service user tokens";
    // One reading is enough: before a token counts as deleted, it is asked for by its id.
    const reading = this.#api.list({ page_size: PAGE_SIZE }).all({ confirm: false });
    const { items, complete } = await asDiagnostic(doing, reading);
    if (!complete)
      throw new DiagnosticError("Incomplete list", `The API did not let the provider ${doing} completely.`);
    return new Map(items.map((token) => [token.id, token]));
  }

  async #listPermissions(): Promise<readonly Permission[]> {
    return (await this.client.permissions.list().all()).items;
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

/** What became of a token. */
type Outcome = ServiceUserToken | { readonly deleted: string };
/** What a write is given of the operation that it belongs to. */
type Writing = Pick<OperationContext<unknown>, "signal" | "diagnostics">;
type Issued = IssuedToken<ServiceUserToken>;
/** A token and the service user that it belongs to. */
type Owned = { readonly id: string | null; readonly service_user_id: string | null };
type Caller = Awaited<ReturnType<SafetyCultureClient["users"]["whoAmI"]>>;

const takenOver = ({ id, name }: ServiceUserToken): string =>
  `The API's answer was lost on the way. Token ${id} fits: it is named ${JSON.stringify(name)}, was made since, and nobody had ` +
  "used it. The provider took it over and gave it a new secret. If another run made a token of this name at the same " +
  "moment, that run has to be applied again.";

/** Remembers an answer but not a failure, so that the next reader tries again. */
function shared<T>(answer: Promise<T>, forget: () => void): Promise<T> {
  answer.catch(forget);
  return answer;
}

/** Waits for a shared answer no longer than the one who asks is given; the others go on waiting. */
function until<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
