import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";
const configuration = (adopt: string, permissions = '["inspections.view"]'): string => `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ${permissions}
  adopt       = "${adopt}"
}`;

const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a token whose name exists already", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  const existing = async (used: boolean) => {
    const { token, secret } = await scene.api.serviceUserTokens.create({
      name: "power-bi",
      permissions: ["inspections.export"],
    });
    if (used) await scene.api.withApiToken(secret).users.whoAmI();
    return { id: token.id, secret };
  };

  test("is created beside it, and the plan names one that was never used", async () => {
    const { id } = await existing(false);
    scene.configure(configuration("never"));
    expect(unwrapped((await scene.plan()).output)).toContain(`(${id}, created`);
    await scene.apply();
    expect(scene.attributes(TOKEN)["id"]).not.toBe(id);
    expect(await scene.tokens()).toHaveLength(2);
  });

  test("takes over an unused one, with its own settings and a new secret", async () => {
    const { id, secret } = await existing(false);
    scene.configure(configuration("unused"));
    expect(unwrapped((await scene.plan()).output)).toContain("will be taken over with a new secret");
    await scene.apply();
    expect(scene.attributes(TOKEN)["id"]).toBe(id);
    expect(await scene.tokens()).toMatchObject([{ id, permissions: ["inspections.view"] }]);
    const { user_id: owner } = await scene.api
      .withApiToken(String(scene.attributes(TOKEN)["secret"]))
      .users.whoAmI();
    expect(owner).toBe(scene.attributes(TOKEN)["service_user_id"]);
    await expect(scene.api.withApiToken(secret).users.whoAmI()).rejects.toThrow();
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("leaves a used one alone unless adopt is any, and then says who loses access", async () => {
    const { id } = await existing(true);
    scene.configure(configuration("unused"));
    await scene.apply();
    expect(scene.attributes(TOKEN)["id"]).not.toBe(id);
    await scene.destroy();
    scene.configure(configuration("any"));
    expect(unwrapped((await scene.plan()).output)).toContain("whatever uses it loses access");
    await scene.apply();
    expect(scene.attributes(TOKEN)["id"]).toBe(id);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("takes over a revoked one, and edits it once it is active", async () => {
    const { id } = await existing(false);
    await scene.api.serviceUserTokens.revoke(id);
    scene.configure(configuration("unused"));
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ id, permissions: ["inspections.view"] }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("refuses to guess among several", async () => {
    const [one, two] = [await existing(false), await existing(false)];
    scene.configure(configuration("unused"));
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain(one.id);
    expect(output).toContain(two.id);
    expect(await scene.tokens()).toHaveLength(2);
  });

  test("never takes over what the same run manages", async () => {
    scene.configure(configuration("unused") + configuration("unused").replace('"this"', '"twin"'));
    await scene.apply();
    expect(await scene.tokens()).toHaveLength(2);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("with half of the permissions for SCIM is warned of", async () => {
    scene.configure(configuration("never", '["platform_management.users"]'));
    expect((await scene.plan()).output).toContain("Half of the permissions for SCIM");
    scene.configure(configuration("never", "provider::safetyculture::scim_permissions()"));
    expect((await scene.plan()).output).not.toContain("Half of the permissions for SCIM");
  });

  test("is warned of once when the plan goes beyond the limit of active tokens", async () => {
    for (let n = 0; n < 18; n += 1) await scene.api.serviceUserTokens.create({ name: `filler ${n}` });
    scene.configure(configuration("never").replace("{", "{\n  count = 4"));
    const { output } = await scene.plan();
    expect(output.match(/Warning: More tokens than there is room for/g)).toHaveLength(1);
    expect(unwrapped(output)).toContain("18 of at most 20 active tokens");
  });
});
