import { attribute, type Config, integerBetween, noNullElements, notBlank } from "../framework/index.js";

/** The `provider "safetyculture"` block. */
export const providerSchema = {
  description:
    "Manages the service user API tokens of SafetyCulture organizations: a name, an expiry by inactivity and a set " +
    "of permissions for each. A configuration without tokens calls no API and needs no credential.",
  attributes: {
    api_url: attribute.string("optional", {
      description:
        "Base URL of the API. Default: the environment variable `SAFETYCULTURE_API_URL`, then `MITTI_API_URL`, else " +
        "`https://api.safetyculture.com`. Plain http is accepted for this machine and for `plain_http_hosts`.",
    }),
    plain_http_hosts: attribute.list("optional", "string", {
      description:
        "Names of hosts that may be called over plain http, such as that of a mock server in a container. The API token " +
        "can be read on the way there. Default: the environment variable `SAFETYCULTURE_PLAIN_HTTP_HOSTS`, separated by " +
        "commas, else none.",
      validators: [noNullElements()],
    }),
    api_token: attribute.string("optional", {
      description:
        "API token that the provider calls the API with; its owner needs the permission Platform management: " +
        "Organization. Default: the environment variable `SAFETYCULTURE_API_TOKEN`, then `MITTI_API_TOKEN`, which keeps " +
        "it out of the configuration.",
      sensitive: true,
    }),
    organizations: attribute.objectMap(
      "optional",
      {
        api_token: attribute.string("optional", {
          description:
            "API token of the organization. Prefer `api_token_env`, which keeps it out of the configuration.",
          sensitive: true,
        }),
        api_token_env: attribute.string("optional", {
          description: "Name of the environment variable that holds the API token of the organization.",
          validators: [notBlank()],
        }),
        api_url: attribute.string("optional", {
          description: "Base URL of the API for this organization. Default: that of the provider block.",
        }),
      },
      {
        description:
          "Organizations by a key of your choice, which `organization` of a resource or data source names. One provider " +
          "process serves them all, each with a rate limit, a list and a quota of its own.",
      },
    ),
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
