import { defineDataSource } from "../../framework/index.js";
import type { Caller } from "../calling-credential.js";
import type { ProviderClient } from "../provider-client.js";
import { callerSchema } from "./caller-schema.js";

const NOBODY = {
  works: false,
  user_id: null,
  organization_id: null,
  name: null,
  is_service_user: null,
  permissions: null,
};

export const caller = defineDataSource<typeof callerSchema.attributes, ProviderClient>({
  name: "caller",
  schema: callerSchema,
  async read({ config, client, signal, registerSecret }) {
    const organization = await client.organization(config.organization);
    const { api_token: token } = config;
    if (token === null) return { ...config, ...described(await organization.credential.owner(signal)) };
    registerSecret(token);
    const owner = await organization.credential.ownerOf(token, signal);
    return { ...config, ...(owner === undefined ? NOBODY : described(owner)) };
  },
});

/** Not every server says more than the two ids. */
function described(owner: Caller) {
  const { user_id, organisation_id, firstname, lastname, seat_type, permissions }: Partial<Caller> = owner;
  const name = [firstname, lastname].filter((part) => typeof part === "string" && part !== "").join(" ");
  return {
    works: true,
    user_id: user_id ?? null,
    organization_id: organisation_id ?? null,
    name: name === "" ? null : name,
    is_service_user: seat_type === undefined ? null : seat_type.endsWith("SERVICE_USER"),
    permissions: permissions ?? null,
  };
}
