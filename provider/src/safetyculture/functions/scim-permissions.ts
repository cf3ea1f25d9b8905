import { defineFunction } from "../../framework/index.js";

/** SCIM needs both: with one of them alone, provisioning fails half-way. */
export const SCIM_PERMISSIONS = ["platform_management.groups", "platform_management.users"] as const;

export const scimPermissions = defineFunction({
  name: "scim_permissions",
  summary: "Permissions that user provisioning over SCIM needs",
  description:
    "The keys of the permissions that a token for SCIM provisioning needs, which are of use only together: Platform " +
    "management: Users and Platform management: Groups.",
  parameters: [],
  returns: { set: "string" },
  call: () => SCIM_PERMISSIONS,
});
