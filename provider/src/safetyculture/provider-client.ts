import { DiagnosticError, type Diagnostics, isUnknown, type Unknown } from "../framework/index.js";
import type { Credentials } from "./credentials.js";
import { IssuedSecrets } from "./issued-secrets.js";
import type { Organization } from "./organization.js";

/** The key of an organization as a resource gives it; `null` for the one of the provider block. */
export type OrganizationKey = string | null | Unknown;

/** How the client of an organization comes about. */
export interface Connecting {
  /** `undefined` while a setting is unknown. */
  credentials(key: string | null): Credentials | undefined;
  connect(credentials: Credentials): Promise<Organization>;
}

/** What the provider's configuration has made of itself: a client for each organization, made when it is first needed. */
export class ProviderClient {
  /** The secrets that this process received. */
  readonly issued = new IssuedSecrets(Date.now);
  /** The ephemeral tokens that are open, by their owner: how each is ended. */
  readonly ephemeralTokens = new Map<string, () => Promise<void>>();
  /** The environment of the provider. */
  readonly env: NodeJS.ProcessEnv;
  readonly #connecting: Connecting;
  readonly #organizations = new Map<string | null, Promise<Organization>>();
  readonly #unavailable = new Set<string | null>();

  constructor(connecting: Connecting, env: NodeJS.ProcessEnv) {
    this.env = env;
    this.#connecting = connecting;
  }

  /** The organization, for an operation that cannot do without it. */
  async organization(key: OrganizationKey): Promise<Organization> {
    const organization = await this.organizationIfKnown(key);
    if (organization !== undefined) return organization;
    throw new DiagnosticError(
      "Provider configuration not known yet",
      "A setting of the provider depends on something that has not been applied. Apply that first, for example with " +
        "terraform apply -target=…, and then this.",
    );
  }

  /** The organization, or `undefined` while the provider's configuration of it is unknown. */
  async organizationIfKnown(key: OrganizationKey): Promise<Organization | undefined> {
    if (isUnknown(key)) return undefined;
    const known = this.#organizations.get(key);
    if (known !== undefined) return known;
    const credentials = this.#connecting.credentials(key);
    if (credentials === undefined) return undefined;
    const connecting = this.#connecting.connect(credentials);
    this.#organizations.set(key, connecting);
    connecting.catch(() => this.#organizations.delete(key));
    return connecting;
  }

  /**
   * The organization with its list read, for an operation that only looks: a refresh or a plan. When it cannot be reached,
   * the first to ask fails and the others go by the state, so that a dead server is one diagnostic and not one for each
   * resource. One of several organizations is warned of instead, so that the resources of the others go on.
   */
  async available(
    key: OrganizationKey,
    { diagnostics, signal }: { readonly diagnostics: Diagnostics; readonly signal: AbortSignal },
  ): Promise<Organization | undefined> {
    if (isUnknown(key)) return undefined;
    if (this.#unavailable.has(key)) return undefined;
    try {
      const organization = await this.organizationIfKnown(key);
      await organization?.tokens(signal);
      return organization;
    } catch (error) {
      if (signal.aborted) throw error;
      const isFirst = !this.#unavailable.has(key);
      this.#unavailable.add(key);
      if (!isFirst) return undefined;
      if (key === null || !(error instanceof DiagnosticError) || error.path !== undefined) throw error;
      diagnostics.warning(
        "Organization not available",
        `Organization ${JSON.stringify(key)} is passed over in this run: its tokens are taken as the state has them, and a ` +
          `change of one of them will fail. ${error.summary}: ${error.detail}`,
      );
      return undefined;
    }
  }

  /** Ends the ephemeral tokens that Terraform has not closed: it does not when what used them failed. */
  async endEphemeralTokens(): Promise<void> {
    await Promise.all([...this.ephemeralTokens.values()].map((end) => end()));
  }

  async close(): Promise<void> {
    await this.endEphemeralTokens().catch(() => undefined);
    // The one that was made first owns the connections of the others.
    for (const organization of [...this.#organizations.values()].reverse()) {
      await organization.then(
        (made) => made.close(),
        () => undefined,
      );
    }
  }
}
