import { defineDataSource } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import { serviceUserTokenQuotaSchema } from "./service-user-token-quota-schema.js";

export const serviceUserTokenQuota = defineDataSource<
  typeof serviceUserTokenQuotaSchema.attributes,
  ProviderClient
>({
  name: "service_user_token_quota",
  schema: serviceUserTokenQuotaSchema,
  async read({ config, client, signal, registerSecret }) {
    const organization = (await client.organization(config.organization)).as(
      config.api_token,
      registerSecret,
    );
    const { active, limit, available } = await organization.quota(signal);
    return { ...config, active, limit, available };
  },
});
