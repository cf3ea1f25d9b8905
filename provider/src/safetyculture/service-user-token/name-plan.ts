import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { at, isUnknown, type PlanContext } from "../../framework/index.js";
import type { Organization } from "../organization.js";
import type { ProviderClient } from "../provider-client.js";
import { statusName } from "../status.js";
import { isUnused } from "./adopt.js";
import type { serviceUserTokenSchema } from "./schema.js";
import { isSameName } from "./server-changes.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;

/** Says what a create will do about the tokens that have its name already. */
export async function warnOfSameName(
  { plan, diagnostics, signal }: Context,
  organization: Organization,
): Promise<void> {
  const { name, adopt } = plan;
  if (isUnknown(name) || name === null || isUnknown(adopt)) return;
  const { tokens } = await organization.tokens(signal);
  const others = [...tokens.values()].filter((token) => !organization.managed.has(token.id));
  const named = others.filter((token) => isSameName(token.name, name));
  const left = await organization.leftovers(name, signal);
  if (left.length > 0) {
    diagnostics.warning(
      "A killed create left a token",
      `${described(left)} is what a create that was killed left behind: nobody has its secret. It is deleted when this is applied.`,
      at("name"),
    );
  }
  if (adopt === "never" || adopt === null) {
    // A killed run leaves an unused token behind; one that is in use belongs to somebody.
    const unused = named.filter((token) => isActive(token) && isUnused(token));
    if (unused.length === 0) return;
    diagnostics.warning(
      "A token of this name exists, unused",
      `${described(unused)} may be what is left of a run that was killed. It is left alone, and another one is created ` +
        'beside it. To take it over instead, set adopt = "unused"; if it is of no use, delete it.',
      at("name"),
    );
    return;
  }
  const taken = named.filter((token) => adopt === "any" || isUnused(token));
  if (taken.length === 0) return;
  const isUsed = taken.some((token) => !isUnused(token));
  diagnostics.warning(
    "A token will be taken over",
    `${described(taken)} exists, and will be taken over with a new secret.${
      isUsed ? " Its present secret is in use, and stops working: whatever uses it loses access." : ""
    }`,
    at("adopt"),
  );
}

const isActive = ({ status }: ServiceUserToken): boolean => statusName(status) === "active";

const described = (tokens: readonly ServiceUserToken[]): string =>
  tokens
    .map(({ id, name, created_at: at }) => `Token ${JSON.stringify(name)} (${id}, created ${at})`)
    .join(", ");
