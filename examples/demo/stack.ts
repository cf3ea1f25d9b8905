import { OnDestroy, SafetycultureProvider, ServiceUserToken } from "@safetyculture-tokens/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";

/**
 * Synthesizes the stack of the demo.
 *
 * @param outdir where the configuration goes
 * @param changed whether the first token has its new name, expiry and permissions
 * @returns the folder that Terraform runs in
 */
export function synthesize(outdir: string, changed: boolean): string {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "tokens");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new SafetycultureProvider(stack, "safetyculture");

  new ServiceUserToken(
    stack,
    "reporting",
    changed
      ? {
          name: "reporting-emea",
          inactivityExpiryDays: 60,
          permissions: ["inspections.view", "inspections.export", "actions.view"],
        }
      : { name: "reporting", permissions: ["inspections.view", "inspections.export"] },
  );
  new ServiceUserToken(stack, "scim", {
    name: "scim-provisioning",
    inactivityExpiryDays: 180,
    permissions: ["platform_management.users", "platform_management.groups"],
  });
  new ServiceUserToken(stack, "backup", {
    name: "nightly-backup",
    inactivityExpiryDays: 31,
    allPermissions: true,
    onDestroy: OnDestroy.DELETE,
  });
  app.synth();
  return `${outdir}/stacks/tokens`;
}
