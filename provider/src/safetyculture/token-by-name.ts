import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { DiagnosticError } from "../framework/index.js";
import type { Organization } from "./organization.js";
import { isSameName } from "./service-user-token/server-changes.js";
import { statusName } from "./status.js";

/**
 * The one token of a name.
 *
 * @throws DiagnosticError when there is none, or more than one.
 */
export async function theOneNamed(
  organization: Organization,
  name: string,
  signal: AbortSignal,
): Promise<ServiceUserToken> {
  const snapshot = await organization.freshTokens(signal);
  const tokens = [...snapshot.tokens.values()].filter((token) => isSameName(token.name, name));
  const [token, ...others] = tokens;
  if (token !== undefined && others.length === 0) return token;
  if (token === undefined) {
    throw new DiagnosticError(
      "No such token",
      `The organization has no token of the name ${JSON.stringify(name)}. The data source ` +
        "safetyculture_service_user_tokens lists those that it has.",
    );
  }
  const lines = tokens.map(
    ({ id, status, created_at }) => `  - ${id} (${statusName(status)}, created ${created_at})`,
  );
  throw new DiagnosticError(
    "Name not unique",
    `${tokens.length} tokens have the name ${JSON.stringify(name)}. Give the id of one of them instead:\n${lines.join("\n")}`,
  );
}
