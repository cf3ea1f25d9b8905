import { DiagnosticError } from "../framework/index.js";
import type { Organization } from "./organization.js";

/** What the provider's configuration has made of itself. */
export interface ProviderClient {
  /** `undefined` while the configuration depends on values that are known only after an apply. */
  readonly organization: Organization | undefined;
}

/** The organization, for an operation that cannot do without it. */
export function organizationOf(client: ProviderClient): Organization {
  if (client.organization) return client.organization;
  throw new DiagnosticError(
    "Provider configuration not known yet",
    "api_url or api_token depends on something that has not been applied. Apply that first, for example with " +
      "terraform apply -target=…, and then this.",
  );
}
