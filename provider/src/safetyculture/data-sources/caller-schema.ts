import { attribute } from "../../framework/index.js";
import { apiToken, organization } from "./organization-arguments.js";

/** `data.safetyculture_caller`. */
export const callerSchema = {
  description:
    "The owner of an API token: the provider's own, or another one that is to be checked. A token that does not work is no " +
    "failure here: `works` says so.",
  attributes: {
    organization,
    api_token: apiToken,
    works: attribute.bool("computed", { description: "Whether the API accepts the token." }),
    user_id: attribute.string("computed", {
      description: "Id of the user or service user that the token belongs to; null when it does not work.",
    }),
    organization_id: attribute.string("computed", {
      description: "Id of its organization; null when it does not work.",
    }),
    name: attribute.string("computed", { description: "Name of the service user, or of the person." }),
    is_service_user: attribute.bool("computed", {
      description: "Whether it is a service user; null when the API does not say.",
    }),
    permissions: attribute.set("computed", "string", {
      description: "Keys of what the token may do; null when the API does not say.",
    }),
  },
};
