import { attribute } from "../../framework/index.js";
import { apiToken, organization } from "./organization-arguments.js";

/** `data.safetyculture_service_user_token_quota`. */
export const serviceUserTokenQuotaSchema = {
  description: "How many active service user tokens the organization has, and how many it may have.",
  attributes: {
    organization,
    api_token: apiToken,
    active: attribute.integer("computed", { description: "Active tokens now." }),
    limit: attribute.integer("computed", { description: "Active tokens allowed." }),
    available: attribute.integer("computed", {
      description: "Tokens that can still be created or regenerated; never below 0.",
    }),
  },
};
