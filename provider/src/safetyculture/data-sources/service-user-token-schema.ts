import { attribute, exactlyOneOf, notBlank } from "../../framework/index.js";
import { tokenAttributes } from "./listed-token.js";
import { apiToken, organization } from "./organization-arguments.js";

/** `data.safetyculture_service_user_token`. */
export const serviceUserTokenSourceSchema = {
  description: "One service user token, by its id or its name, without its secret.",
  attributes: {
    organization,
    api_token: apiToken,
    id: attribute.string("optionalComputed", {
      description: "Id of the token, a UUID.",
      validators: [notBlank()],
    }),
    name: attribute.string("optionalComputed", {
      description: "Its name, which must be that of one token only.",
      validators: [notBlank()],
    }),
    ...tokenAttributes,
  },
  rules: [exactlyOneOf("id", "name")],
};
