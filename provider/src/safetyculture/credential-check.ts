import { type Caller, SafetyCultureError } from "@safetyculture-tokens/sdk";
import { asDiagnostic } from "./api-diagnostics.js";
import type { Organization } from "./organization.js";

/** The owner of an API token; `undefined` when the API does not accept it. */
export async function whoIs(
  organization: Organization,
  apiToken: string,
  signal: AbortSignal,
): Promise<Caller | undefined> {
  const asking = organization.with(apiToken).client.users.whoAmI({ signal });
  return asDiagnostic(
    "find out whose API token this is",
    asking.catch((error: unknown) => {
      if (SafetyCultureError.is(error) && error.code === "UNAUTHORIZED") return undefined;
      throw error;
    }),
  );
}
