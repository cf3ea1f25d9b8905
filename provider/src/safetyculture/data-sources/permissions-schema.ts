import { attribute, notBlank } from "../../framework/index.js";
import { organization } from "./organization-arguments.js";

/** `data.safetyculture_permissions`. */
export const permissionsSchema = {
  description: "The catalogue of permissions that a service user token can have.",
  attributes: {
    organization,
    section: attribute.string("optional", {
      description: "Only permissions of this feature area, such as `Platform management`.",
      validators: [notBlank()],
    }),
    keys: attribute.set("computed", "string", {
      description: "Keys of the permissions, as the resource's `permissions` takes them.",
    }),
    permissions: attribute.objectList(
      "computed",
      {
        key: attribute.string("computed", { description: "Stable key, such as `inspections.view`." }),
        name: attribute.string("computed", {
          description: "Name in the web app, such as `Inspections: View`.",
        }),
        section: attribute.string("computed", { description: "Feature area, such as `Inspections`." }),
      },
      { description: "The permissions, by key." },
    ),
  },
};
