import { Organization } from "./organization.js";
import type { BootstrapCredential, ServiceUserToken, UserToken } from "./records.js";

/** Whose secret a hash is. */
export type Credential =
  | { readonly kind: "service_user_token"; readonly organizationId: string; readonly id: string }
  | { readonly kind: "user_token"; readonly organizationId: string; readonly id: string }
  | { readonly kind: "bootstrap"; readonly organizationId: string; readonly userId: string };

/** All organizations, and the one index over them: from the hash of a secret to its owner. */
export class Store {
  readonly organizations = new Map<string, Organization>();
  readonly #credentials = new Map<string, Credential>();
  #sequence = 0;

  /** The next number in the order of creation. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  set sequence(value: number) {
    this.#sequence = value;
  }

  addOrganization(id: string, name: string): Organization {
    const organization = new Organization(id, name);
    this.organizations.set(id, organization);
    return organization;
  }

  /** The owner of a secret, given its hash. */
  credential(secretHash: string): Credential | undefined {
    return this.#credentials.get(secretHash);
  }

  /** Adds a token or puts its new state in the place of the old one. */
  putServiceUserToken(organization: Organization, token: ServiceUserToken): void {
    this.#forgetSecret(organization.serviceUserTokens.get(token.id)?.secretHash, token.secretHash);
    organization.serviceUserTokens.set(token.id, token);
    this.#credentials.set(token.secretHash, {
      kind: "service_user_token",
      organizationId: organization.id,
      id: token.id,
    });
  }

  deleteServiceUserToken(organization: Organization, token: ServiceUserToken): void {
    organization.serviceUserTokens.delete(token.id);
    this.#credentials.delete(token.secretHash);
  }

  /** Adds a token or puts its new state in the place of the old one. */
  putUserToken(organization: Organization, token: UserToken): void {
    organization.userTokens.set(token.id, token);
    this.#credentials.set(token.secretHash, {
      kind: "user_token",
      organizationId: organization.id,
      id: token.id,
    });
  }

  deleteUserToken(organization: Organization, token: UserToken): void {
    organization.userTokens.delete(token.id);
    this.#credentials.delete(token.secretHash);
  }

  addBootstrapCredential(organization: Organization, credential: BootstrapCredential): void {
    if (this.#credentials.has(credential.secretHash)) return;
    organization.bootstrapCredentials.push(credential);
    this.#credentials.set(credential.secretHash, {
      kind: "bootstrap",
      organizationId: organization.id,
      userId: credential.userId,
    });
  }

  #forgetSecret(before: string | undefined, after: string): void {
    if (before !== undefined && before !== after) this.#credentials.delete(before);
  }
}
