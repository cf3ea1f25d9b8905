import { attribute, type Config, integerBetween } from "../framework/index.js";

/** The `provider "safetyculture"` block. */
export const providerSchema = {
  description:
    "Manages the service user API tokens of a SafetyCulture organization: a name, an expiry by inactivity and a set " +
    "of permissions for each.",
  attributes: {
    api_url: attribute.string("optional", {
      description:
        "Base URL of the API. Default: the environment variable `SAFETYCULTURE_API_URL`, else " +
        "`https://api.safetyculture.com`. Plain http is accepted for this machine only.",
    }),
    api_token: attribute.string("optional", {
      description:
        "API token that the provider calls the API with; its owner needs the permission Platform management: " +
        "Organization. Default: the environment variable `SAFETYCULTURE_API_TOKEN`, which keeps it out of the " +
        "configuration.",
      sensitive: true,
    }),
    max_retries: attribute.integer("optional", {
      description: "How often a failed request is sent again, 0 to 10. Default: 4.",
      validators: [integerBetween(0, 10)],
    }),
    request_timeout_seconds: attribute.integer("optional", {
      description: "How long one request may take, 1 to 600 seconds. Default: 30.",
      validators: [integerBetween(1, 600)],
    }),
  },
};

export type ProviderConfig = Config<typeof providerSchema.attributes>;
