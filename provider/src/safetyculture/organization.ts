import type {
  CreateServiceUserTokenRequest,
  IssuedToken,
  Permission,
  SafetyCultureClient,
  ServiceUserToken,
  UpdateServiceUserTokenRequest,
} from "@safetyculture-tokens/sdk";
import { DiagnosticError } from "../framework/index.js";
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

  constructor(client: SafetyCultureClient) {
    this.client = client;
  }

  get #api(): SafetyCultureClient["serviceUserTokens"] {
    return this.client.serviceUserTokens;
  }

  /** Every token of the organization by id, oldest first. */
  tokens(): Promise<ReadonlyMap<string, ServiceUserToken>> {
    return this.#tokens ?? this.#remember(this.#listTokens());
  }

  /** The catalogue of permissions. */
  catalogue(): Promise<readonly Permission[]> {
    this.#catalogue ??= shared(asDiagnostic("read the permission catalogue", this.#listPermissions()), () => {
      this.#catalogue = undefined;
    });
    return this.#catalogue;
  }

  /** The owner of the provider's own credential. */
  caller(): Promise<Caller> {
    this.#caller ??= shared(
      asDiagnostic("find out whose API token the provider uses", this.client.users.whoAmI()),
      () => {
        this.#caller = undefined;
      },
    );
    return this.#caller;
  }

  /**
   * The token of this id, or `undefined` when it certainly does not exist in this organization.
   *
   * @throws DiagnosticError when the credential belongs to another organization than the token did: then nothing is
   * known about the token, and forgetting it would make a second one.
   */
  async find(id: string, organizationId: string | null): Promise<ServiceUserToken | undefined> {
    const listed = (await this.tokens()).get(id);
    if (listed) return listed;
    const found = await asDiagnostic(`read token ${id}`, orAbsent(this.#api.get(id)));
    if (found === undefined && organizationId !== null)
      await this.#refuseOtherOrganization(id, organizationId);
    return found;
  }

  /**
   * Makes a token. When the answer is lost, the client finds out what became of the call: a token that was made is taken
   * over, so that none is left behind without an owner, and one that was not is made then.
   */
  create(request: CreateServiceUserTokenRequest, signal: AbortSignal): Promise<Issued> {
    const doing = `create token ${JSON.stringify(request.name)}`;
    const call = this.#api.create(request, { signal, lostAnswer: "reconcile" });
    return this.#write(doing, call, ({ token }) => token);
  }

  async update(
    { id }: ServiceUserToken,
    changes: UpdateServiceUserTokenRequest,
    signal: AbortSignal,
  ): Promise<ServiceUserToken> {
    return this.#write(`edit token ${id}`, this.#api.update(id, changes, { signal }), (token) => token);
  }

  /** Issues a new secret for a revoked token; a lost answer is dealt with as in `create`. */
  regenerate({ id }: ServiceUserToken, signal: AbortSignal): Promise<Issued> {
    const call = this.#api.regenerate(id, { signal, lostAnswer: "reconcile" });
    return this.#write(`regenerate token ${id}`, call, ({ token }) => token);
  }

  async revoke(token: ServiceUserToken, signal: AbortSignal): Promise<ServiceUserToken> {
    await this.refuseOwnCredential(token, "revoke");
    const call = this.#api.revoke(token.id, { signal });
    return this.#write(`revoke token ${token.id}`, call, (revoked) => revoked);
  }

  /** Deletes a revoked token; one that is gone already is no failure. */
  async delete(token: ServiceUserToken, signal: AbortSignal): Promise<void> {
    await this.refuseOwnCredential(token, "delete");
    const call = orAbsent(this.#api.delete(token.id, { signal }));
    await this.#write(`delete token ${token.id}`, call, () => ({ deleted: token.id }));
  }

  /** Refuses to take away the credential that the provider itself is using. */
  async refuseOwnCredential(token: Owned, doing: "revoke" | "delete"): Promise<void> {
    const { user_id: caller } = await this.caller();
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

  async #refuseOtherOrganization(id: string, organizationId: string): Promise<void> {
    const { organisation_id: own } = await this.caller();
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
type Issued = IssuedToken<ServiceUserToken>;
/** A token and the service user that it belongs to. */
type Owned = { readonly id: string | null; readonly service_user_id: string | null };
type Caller = Awaited<ReturnType<SafetyCultureClient["users"]["whoAmI"]>>;

/** Remembers an answer but not a failure, so that the next reader tries again. */
function shared<T>(answer: Promise<T>, forget: () => void): Promise<T> {
  answer.catch(forget);
  return answer;
}
