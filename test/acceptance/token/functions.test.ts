import { Secret } from "@safetyculture-tokens/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { Scene } from "./setup.js";

const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("functions and lookups", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.reattached();
  });
  afterAll(() => scene.close());

  async function output(hcl: string): Promise<unknown> {
    scene.configure(`${hcl}\n`);
    await scene.apply();
    const { output: text } = await scene.workspace.run("output", "-json", "value");
    return JSON.parse(text);
  }

  test("scim_permissions are the two that provisioning needs", async () => {
    expect(await output('output "value" { value = provider::safetyculture::scim_permissions() }')).toEqual([
      "platform_management.groups",
      "platform_management.users",
    ]);
  });

  test.each([
    ["2026-01-01T00:00:00Z", 45, "2026-02-15T00:00:00Z"],
    ["2026-01-01T02:00:00.500+02:00", 31, "2026-02-01T00:00:00Z"],
  ])("idle_deadline of %s and %i days is %s", async (time, days, deadline) => {
    const hcl = `output "value" { value = provider::safetyculture::idle_deadline("${time}", ${days}) }`;
    expect(await output(hcl)).toBe(deadline);
  });

  test("idle_deadline refuses what is not a time, at the argument", async () => {
    scene.configure('output "value" { value = provider::safetyculture::idle_deadline("soon", 45) }');
    expect(unwrapped((await scene.plan()).output)).toContain("A time as RFC 3339 is required");
  });

  test("secret_fingerprint is that of the resource", async () => {
    const hcl = 'output "value" { value = provider::safetyculture::secret_fingerprint("scapi_example") }';
    expect(await output(hcl)).toBe(new Secret("scapi_example").fingerprint());
  });

  test("a token is found by its id and by its name, a quota is counted, and a foreign secret is checked", async () => {
    const { token, secret } = await scene.api.serviceUserTokens.create({
      name: "reader",
      permissions: ["inspections.view"],
    });
    const found = await output(`
data "safetyculture_service_user_token" "by_id" { id = "${token.id}" }
data "safetyculture_service_user_token" "by_name" { name = "reader" }
data "safetyculture_service_user_token_quota" "this" {}
data "safetyculture_caller" "own" {}
data "safetyculture_caller" "good" { api_token = "${secret.reveal()}" }
data "safetyculture_caller" "bad" { api_token = "scapi_${"x".repeat(48)}" }
output "value" {
  value = {
    ids     = [data.safetyculture_service_user_token.by_id.name, data.safetyculture_service_user_token.by_name.id]
    quota   = data.safetyculture_service_user_token_quota.this
    own     = data.safetyculture_caller.own.is_service_user
    good    = [data.safetyculture_caller.good.works, data.safetyculture_caller.good.user_id]
    bad     = [data.safetyculture_caller.bad.works, data.safetyculture_caller.bad.user_id]
  }
  sensitive = true
}`);
    expect(found).toEqual({
      ids: ["reader", token.id],
      quota: { organization: null, api_token: null, active: 1, limit: 20, available: 19 },
      own: false,
      good: [true, token.service_user_id],
      bad: [false, null],
    });
  });

  test("a name that several tokens have is refused, with their ids", async () => {
    const one = await scene.api.serviceUserTokens.create({ name: "twin" });
    await scene.api.serviceUserTokens.create({ name: "twin" });
    scene.configure('data "safetyculture_service_user_token" "twin" { name = "twin" }');
    const { output: text } = await scene.plan();
    expect(text).toContain("Error: Name not unique");
    expect(text).toContain(one.token.id);
  });
});
