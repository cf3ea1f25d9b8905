import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { Scene } from "./setup.js";

const CONFIGURATION = (name: string, enabled: boolean): string => `
resource "safetyculture_service_user_token" "this" {
  name        = "${name}"
  permissions = ["inspections.view"]
  enabled     = ${enabled}
}
output "secret" {
  value     = safetyculture_service_user_token.this.secret
  sensitive = true
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("TF_LOG=trace", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.launched();
  });
  afterAll(() => scene.close());

  it("shows neither a token's secret nor the provider's credential, whatever happens", async () => {
    const logged: string[] = [];
    const run = async (...args: string[]): Promise<void> => {
      const { output } = await scene.workspace.runWith({ TF_LOG: "trace" }, ...args);
      logged.push(output);
    };
    const secrets = [scene.server.apiToken];
    for (const [name, enabled] of [
      ["first", true],
      ["second", true],
      ["second", false],
      ["third", true],
    ] as const) {
      scene.configure(CONFIGURATION(name, enabled));
      await run("plan");
      await run("apply", "-auto-approve");
      secrets.push(String(scene.attributes("safetyculture_service_user_token.this")["secret"]));
    }
    scene.server.faults.add({
      operation: "ServiceUserTokensService_UpdateServiceUserToken",
      kind: "status",
      status: 500,
    });
    scene.configure(CONFIGURATION("fails", true));
    await run("apply", "-auto-approve");
    await run("destroy", "-auto-approve");

    const everything = logged.join("\n");
    expect(everything).toContain("provider.terraform-provider-safetyculture");
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });
});
