import {
  at,
  type Config,
  DiagnosticError,
  defineEphemeralResource,
  type OpenContext,
  type OpenedContext,
} from "../../framework/index.js";
import type { Issued } from "../issued-token.js";
import type { Organization } from "../organization.js";
import { refuseUnknownPermissions } from "../permission-check.js";
import type { ProviderClient } from "../provider-client.js";
import { ephemeralName, ownerOf, parseEphemeralName } from "./ephemeral-name.js";
import { type EphemeralTokenState, ephemeralTokenSchema } from "./service-user-token-schema.js";

type Attributes = typeof ephemeralTokenSchema.attributes;

/** For how long a run promises that its token is still wanted, and when it renews that. */
const LEASE_MS = 2 * 3_600_000;
const RENEWAL_MS = LEASE_MS / 4;
/** The shortest that the API has: should nobody ever delete the token, it dies on its own. */
const EXPIRY_DAYS = 31;
/** How long its create may take. */
const CREATE_MS = 5 * 60_000;

export const ephemeralToken = defineEphemeralResource<Attributes, ProviderClient>({
  name: "service_user_token",
  schema: ephemeralTokenSchema,
  validate(config: Config<Attributes>, diagnostics) {
    if (config.all_permissions === false && config.permissions === null) {
      diagnostics.error(
        "No permissions",
        "A token needs permissions: name them in permissions, or give it every one with all_permissions = true.",
        at("all_permissions"),
      );
    }
  },
  async open(context) {
    const { config, client, privateState } = context;
    if (!config.enabled) return { result: { ...config, id: null, service_user_id: null, secret: null } };
    const organization = await client.organization(config.organization);
    const owner = ownerOf(config.key ?? config.name);
    const open = client.ephemeralTokens;
    if (open.has(owner)) throw usedTwice(config);
    open.set(owner, async () => undefined);
    try {
      const issued = await create(organization, owner, context);
      open.set(owner, async () => {
        await organization.end(issued.token.id, new AbortController().signal);
        open.delete(owner);
      });
      privateState.set("token", { id: issued.token.id, owner, name: config.name });
      privateState.set("organization", config.organization);
      const { id, service_user_id } = issued.token;
      return {
        result: { ...config, id, service_user_id, secret: issued.secret.reveal() },
        renewAt: new Date(Date.now() + RENEWAL_MS),
      };
    } catch (error) {
      open.delete(owner);
      throw error;
    }
  },
  async renew({ client, privateState, signal }) {
    const { id, owner, name, organization: key } = opened(privateState);
    if (id === "") return undefined;
    const organization = await client.organization(key);
    await organization.rename(id, ephemeralName(name, { owner, until: leaseEnd(organization) }), signal);
    return { renewAt: new Date(Date.now() + RENEWAL_MS) };
  },
  async close({ client, privateState, signal }) {
    const { id, owner, organization: key } = opened(privateState);
    if (id === "") return;
    const organization = await client.organization(key);
    await organization.end(id, signal);
    client.ephemeralTokens.delete(owner);
  },
});

async function create(
  organization: Organization,
  owner: string,
  context: OpenContext<Attributes, ProviderClient>,
): Promise<Issued> {
  const { config, signal } = context;
  const catalogue = await organization.catalogue(signal);
  const permissions = config.permissions ?? catalogue.map(({ key }) => key);
  refuseUnknownPermissions(permissions, catalogue);
  await sweep(organization, owner, signal);
  const name = ephemeralName(config.name, { owner, until: leaseEnd(organization) });
  return organization.create(
    { name, inactivity_expiry_days: EXPIRY_DAYS, permissions: [...permissions] },
    { ...context, deadlineMs: CREATE_MS },
  );
}

/** Deletes what killed runs left: the tokens of this key, and those of other keys whose time is over. */
async function sweep(organization: Organization, owner: string, signal: AbortSignal): Promise<void> {
  const { tokens } = await organization.freshTokens(signal);
  for (const { id, name } of tokens.values()) {
    const found = parseEphemeralName(name);
    if (found === undefined) continue;
    if (found.owner === owner || found.until < organization.now()) await organization.end(id, signal);
  }
}

const leaseEnd = (organization: Organization): Date => new Date(organization.now().getTime() + LEASE_MS);

/** What opening has noted. */
function opened(privateState: OpenedContext<ProviderClient>["privateState"]) {
  const token = privateState.get("token");
  const organization = privateState.get("organization");
  const member = (name: string): string =>
    typeof token === "object" && token !== null && name in token
      ? String(Object.entries(token).find(([key]) => key === name)?.[1])
      : "";
  return {
    id: member("id"),
    owner: member("owner"),
    name: member("name"),
    organization: typeof organization === "string" ? organization : null,
  };
}

const usedTwice = ({ key, name }: EphemeralTokenState): DiagnosticError =>
  new DiagnosticError(
    "Key used twice",
    `Two ephemeral tokens of this run have the key ${JSON.stringify(key ?? name)}, so one would delete the other. Give each ` +
      "a key of its own.",
    at(key === null ? "name" : "key"),
  );
