import type { Instant } from "../clock.js";
import { Organization } from "./organization.js";
import type { BootstrapCredential, ServiceUserToken, User, UserToken } from "./records.js";

/** Whose secret a hash is. */
export type Credential =
  | { readonly kind: "service_user_token"; readonly organizationId: string; readonly id: string }
  | { readonly kind: "user_token"; readonly organizationId: string; readonly id: string }
  | { readonly kind: "bootstrap"; readonly organizationId: string; readonly userId: string };

/** All organizations, and the one index over them: from the hash of a secret to its owner. */
export class Store {
  readonly organizations = new Map<string, Organization>();
  readonly #credentials = new Map<string, Credential>();
  #sequence: number;
  #revision = 0;

  constructor(sequence = 0) {
    this.#sequence = sequence;
  }

  /** The next number in the order of creation. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** The last number in the order of creation. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Rises with every change but that of the activity log. */
  get revision(): number {
    return this.#revision;
  }

  addOrganization(id: string, name: string, expiriesSeenAt: Instant): Organization {
    const organization = new Organization(id, name, expiriesSeenAt);
    this.organizations.set(id, organization);
    return organization;
  }

  /** The owner of a secret, given its hash. */
  credential(secretHash: string): Credential | undefined {
    return this.#credentials.get(secretHash);
  }

  /** Adds a person or puts their new state in the place of the old one. */
  putUser(organization: Organization, user: User): void {
    this.#revision += 1;
    organization.users.set(user.id, user);
  }

  /** Adds a token or puts its new state in the place of the old one. */
  putServiceUserToken(organization: Organization, token: ServiceUserToken): void {
    if (organization.serviceUserTokens.get(token.id) === token) return;
    this.#revision += 1;
    this.#forgetSecret(organization.serviceUserTokens.get(token.id)?.secretHash, token.secretHash);
    organization.serviceUserTokens.set(token.id, token);
    this.#credentials.set(token.secretHash, {
      kind: "service_user_token",
      organizationId: organization.id,
      id: token.id,
    });
  }

  deleteServiceUserToken(organization: Organization, token: ServiceUserToken): void {
    this.#revision += 1;
    organization.serviceUserTokens.delete(token.id);
    this.#credentials.delete(token.secretHash);
  }

  /** Adds a token or puts its new state in the place of the old one. */
  putUserToken(organization: Organization, token: UserToken): void {
    if (organization.userTokens.get(token.id) === token) return;
    this.#revision += 1;
    organization.userTokens.set(token.id, token);
    this.#credentials.set(token.secretHash, {
      kind: "user_token",
      organizationId: organization.id,
      id: token.id,
    });
  }

  deleteUserToken(organization: Organization, token: UserToken): void {
    this.#revision += 1;
    organization.userTokens.delete(token.id);
    this.#credentials.delete(token.secretHash);
  }

  addBootstrapCredential(organization: Organization, credential: BootstrapCredential): void {
    if (this.#credentials.has(credential.secretHash)) return;
    this.#revision += 1;
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
