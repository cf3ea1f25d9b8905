import type { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { DiagnosticError } from "../framework/index.js";
import { asDiagnostic, unless } from "./api-diagnostics.js";
import { SHARED_READING, shared, until } from "./shared.js";

/** The owner of an API token. */
export type Caller = Awaited<ReturnType<SafetyCultureClient["users"]["whoAmI"]>>;
/** A token and the service user that it belongs to. */
type Owned = { readonly id: string | null; readonly service_user_id: string | null };

/** The credential that the provider itself calls the API with. */
export class CallingCredential {
  readonly #client: SafetyCultureClient;
  #owner: Promise<Caller> | undefined;

  constructor(client: SafetyCultureClient) {
    this.#client = client;
  }

  /** Whose it is; asked for once. */
  owner(signal: AbortSignal): Promise<Caller> {
    const doing = "find out whose API token the provider uses";
    this.#owner ??= shared(asDiagnostic(doing, this.#client.users.whoAmI(SHARED_READING)), () => {
      this.#owner = undefined;
    });
    return until(signal, this.#owner);
  }

  /** Whose another API token is; `undefined` when the API does not accept it. */
  ownerOf(apiToken: string, signal: AbortSignal): Promise<Caller | undefined> {
    const asking = this.#client.withApiToken(apiToken).users.whoAmI({ signal });
    return asDiagnostic(
      "find out whose API token this is",
      asking.catch((error) => unless(error, "UNAUTHORIZED", async () => undefined)),
    );
  }

  /**
   * Keeps the provider from taking its own credential away.
   *
   * @throws DiagnosticError when the token is the credential.
   */
  async refuseFor(token: Owned, doing: "revoke" | "delete" | "demote", signal: AbortSignal): Promise<void> {
    const { user_id: caller } = await this.owner(signal);
    if (caller !== token.service_user_id) return;
    throw new DiagnosticError(
      "The provider would lock itself out",
      `Token ${token.id} is the one that the provider itself calls the API with, so it must not ${doing} it. Give the ` +
        "provider another api_token for this change.",
    );
  }

  /**
   * Keeps a token of another organization from counting as gone.
   *
   * @throws DiagnosticError when the credential belongs to another organization than the token.
   */
  async refuseOtherOrganization(id: string, organizationId: string, signal: AbortSignal): Promise<void> {
    const { organisation_id: own } = await this.owner(signal);
    if (own === organizationId) return;
    throw new DiagnosticError(
      "Another organization",
      `Token ${id} belongs to organization ${organizationId}, but the provider's api_token belongs to ${own}. The state ` +
        "is left as it is: use an api_token of the token's organization, or take the resource out of the state with " +
        "terraform state rm.",
    );
  }
}
