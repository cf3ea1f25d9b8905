import { attribute, notBlank } from "../../framework/index.js";

/** Which organization a data source asks. */
export const organization = attribute.string("optional", {
  description:
    "Key of one of the provider's `organizations`; without it, the organization of the provider block.",
});

/** The credential of a data source that can ask with another one than the provider's. */
export const apiToken = attribute.string("optional", {
  description:
    "API token to ask with instead of the provider's own, such as one that came from elsewhere and is to be checked.",
  sensitive: true,
  validators: [notBlank()],
});
