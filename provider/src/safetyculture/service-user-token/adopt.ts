import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { at, DiagnosticError, type WriteContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import type { serviceUserTokenSchema } from "./schema.js";
import { isSameName } from "./server-changes.js";
import { known } from "./state.js";

type Context = WriteContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/**
 * The token of this name that a create takes over, if `adopt` says so and there is one. Those that this run manages
 * are left alone.
 *
 * @throws DiagnosticError when there are several.
 */
export async function findAdoptable(
  organization: Organization,
  { plan, signal }: Pick<Context, "plan" | "signal">,
): Promise<ServiceUserToken | undefined> {
  const adopt = known(plan.adopt, "adopt");
  if (adopt !== "unused" && adopt !== "any") return undefined;
  const name = known(plan.name, "name");
  const { tokens } = await organization.freshTokens(signal);
  const candidates = [...tokens.values()].filter(
    (token) =>
      isSameName(token.name, name) &&
      !organization.managed.has(token.id) &&
      (adopt === "any" || isUnused(token)),
  );
  const [candidate, ...others] = candidates;
  if (candidate === undefined) return undefined;
  if (others.length > 0) {
    const lines = candidates.map(
      ({ id, status, created_at: at }) => `  - ${id} (${statusName(status)}, made ${at})`,
    );
    throw new DiagnosticError(
      "Name not unique",
      `${candidates.length} tokens named ${JSON.stringify(name)} could be taken over. Import one of them by its id, or delete ` +
        `those that are of no use:\n${lines.join("\n")}`,
      at("adopt"),
    );
  }
  const token = await organization.get(candidate.id, null, signal);
  if (token === undefined || (adopt === "unused" && !isUnused(token))) return undefined;
  organization.managed.add(token.id);
  return token;
}

/** Whether nobody can have got at its secret, as far as the API knows. */
export const isUnused = ({ last_used_at: usedAt }: ServiceUserToken): boolean => usedAt === null;
