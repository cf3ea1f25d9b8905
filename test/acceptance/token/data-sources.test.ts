import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { Scene } from "./setup.js";

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the data sources", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.reattached();
    await scene.api.serviceUserTokens.create({ name: "export eu", permissions: ["inspections.export"] });
    await scene.api.serviceUserTokens.create({ name: "export us", inactivity_expiry_days: 180 });
    const { token } = await scene.api.serviceUserTokens.create({ name: "old" });
    await scene.api.serviceUserTokens.revoke(token.id);
  });
  afterAll(() => scene.close());

  async function outputs(hcl: string): Promise<Record<string, unknown>> {
    scene.configure(hcl);
    await scene.apply();
    const { output } = await scene.workspace.run("output", "-json");
    const values = JSON.parse(output) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
  }

  it("list tokens by every filter, and never a secret", async () => {
    const names = (filter: string) =>
      `[for t in data.safetyculture_service_user_tokens.${filter}.tokens : t.name]`;
    const found = await outputs(`
data "safetyculture_service_user_tokens" "all" {}
data "safetyculture_service_user_tokens" "named" { name = "old" }
data "safetyculture_service_user_tokens" "prefix" { name_prefix = "export" }
data "safetyculture_service_user_tokens" "revoked" { status = "revoked" }
data "safetyculture_service_user_tokens" "can_export" { permission = "inspections.export" }
data "safetyculture_service_user_tokens" "soon" { expires_within_days = 60 }
data "safetyculture_service_user_tokens" "none" { name = "nobody" }
output "all" { value = ${names("all")} }
output "named" { value = ${names("named")} }
output "prefix" { value = ${names("prefix")} }
output "revoked" { value = ${names("revoked")} }
output "can_export" { value = ${names("can_export")} }
output "soon" { value = ${names("soon")} }
output "none" { value = ${names("none")} }
output "first" { value = data.safetyculture_service_user_tokens.all.tokens[0] }
output "ids" { value = data.safetyculture_service_user_tokens.all.ids }
`);
    const tokens = await scene.tokens();
    expect(found).toMatchObject({
      all: ["export eu", "export us", "old"],
      named: ["old"],
      prefix: ["export eu", "export us"],
      revoked: ["old"],
      can_export: ["export eu", "export us", "old"],
      soon: ["export eu"],
      none: [],
      ids: tokens.map(({ id }) => id),
      first: { name: "export eu", status: "active", last_used_at: null, permissions: ["inspections.export"] },
    });
    expect(scene.workspace.state()).not.toContain("scapi_");
  });

  it("list the permission catalogue, whole or by section", async () => {
    const found = await outputs(`
data "safetyculture_permissions" "all" {}
data "safetyculture_permissions" "platform" { section = "Platform management" }
output "all" { value = data.safetyculture_permissions.all.permissions }
output "platform" { value = data.safetyculture_permissions.platform.keys }
`);
    const { items: catalogue } = await scene.api.permissions.list().all();
    expect(found["all"]).toEqual([...catalogue].sort((a, b) => (a.key < b.key ? -1 : 1)));
    expect(found["platform"]).toEqual(
      catalogue
        .filter(({ section }) => section === "Platform management")
        .map(({ key }) => key)
        .sort(),
    );
  });
});
