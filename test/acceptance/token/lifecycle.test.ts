import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";
const resource = (body: string): string =>
  `resource "safetyculture_service_user_token" "this" {\n${body}\n}\n`;
const BASIC = resource(`
  name        = "power-bi"
  permissions = ["inspections.view", "inspections.export"]
`);

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a service user token under Terraform", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  it("is planned with its defaults, created, and then planned empty", async () => {
    scene.configure(BASIC);
    const plan = await scene.plan();
    expect(plan.exitCode).toBe(CHANGES);
    expect(plan.output).toMatch(/inactivity_expiry_days\s+= 45/);
    expect(plan.output).toMatch(/enabled\s+= true/);
    expect(plan.output).toMatch(/on_destroy\s+= "delete"/);
    expect(plan.output).toMatch(/secret\s+= \(sensitive value\)/);
    expect(plan.output).toMatch(/secret_version\s+= \(known after apply\)/);
    expect(plan.output).toMatch(/status\s+= "active"/);
    expect(plan.output).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");

    await scene.apply();
    const [token] = await scene.tokens();
    expect(token).toMatchObject({
      name: "power-bi",
      inactivity_expiry_days: 45,
      permissions: ["inspections.export", "inspections.view"],
      status: "SERVICE_USER_TOKEN_STATUS_ACTIVE",
    });
    expect(scene.attributes(TOKEN)).toMatchObject({
      id: token?.id,
      service_user_id: token?.service_user_id,
      organization_id: token?.organisation_id,
      created_at: token?.created_at,
      secret_version: expect.any(Number),
      secret: expect.stringMatching(/^scapi_/),
      secret_fingerprint: expect.stringMatching(/./),
    });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("changes its name, expiry and permissions in place and keeps its secret", async () => {
    scene.configure(BASIC);
    await scene.apply();
    const before = scene.attributes(TOKEN);

    scene.configure(
      resource(`
  name                   = "power-bi-emea"
  inactivity_expiry_days = 180
  permissions            = ["inspections.view", "actions.view"]
`),
    );
    const plan = await scene.plan();
    expect(plan.output).toMatch(/~ name\s+= "power-bi" -> "power-bi-emea"/);
    expect(plan.output).toMatch(/~ inactivity_expiry_days\s+= 45 -> 180/);
    expect(plan.output).toMatch(/- "inspections.export"/);
    expect(plan.output).toMatch(/\+ "actions.view"/);
    expect(plan.output).not.toMatch(/known after apply/);
    expect(plan.output).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");

    await scene.apply();
    expect(await scene.tokens()).toMatchObject([
      {
        name: "power-bi-emea",
        inactivity_expiry_days: 180,
        permissions: ["actions.view", "inspections.view"],
      },
    ]);
    expect(scene.attributes(TOKEN)).toMatchObject({
      id: before["id"],
      secret: before["secret"],
      secret_version: before["secret_version"],
    });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("pauses by revoking and resumes with a new secret, and says so", async () => {
    scene.configure(BASIC);
    await scene.apply();
    const first = scene.attributes(TOKEN);

    scene.configure(BASIC.replace("}", "  enabled = false\n}"));
    const pause = await scene.plan();
    expect(pause.output).toMatch(/~ enabled\s+= true -> false/);
    expect(pause.output).toMatch(/~ status\s+= "active" -> "revoked"/);
    expect(pause.output).not.toMatch(/secret_version/);
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ status: "SERVICE_USER_TOKEN_STATUS_REVOKED" }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);

    scene.configure(BASIC);
    const resume = await scene.plan();
    expect(resume.output).toMatch(/~ enabled\s+= false -> true/);
    expect(resume.output).toMatch(/~ secret_version\s+= \d+ -> \(known after apply\)/);
    expect(resume.output).toContain("Warning: A new secret will be issued");
    await scene.apply();
    const second = scene.attributes(TOKEN);
    expect(second).toMatchObject({ id: first["id"], status: "active" });
    expect(Number(second["secret_version"])).toBeGreaterThan(Number(first["secret_version"]));
    expect(second["secret"]).not.toBe(first["secret"]);
    expect(second["secret_fingerprint"]).not.toBe(first["secret_fingerprint"]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("can be made paused, and be edited while it is paused or resumed in the same change", async () => {
    scene.configure(BASIC.replace("}", "  enabled = false\n}"));
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ status: "SERVICE_USER_TOKEN_STATUS_REVOKED" }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);

    scene.configure(BASIC.replace("power-bi", "tableau"));
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([
      { name: "tableau", status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" },
    ]);

    scene.configure(BASIC.replace("}", "  enabled = false\n}"));
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([
      { name: "power-bi", status: "SERVICE_USER_TOKEN_STATUS_REVOKED" },
    ]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("has every permission of the catalogue when told so, with a warning", async () => {
    scene.configure(resource('name = "backup"\n  all_permissions = true'));
    const plan = await scene.plan();
    expect(plan.output).toContain("Warning: Token with every permission");
    expect(plan.output).toContain('+ "platform_management.users"');
    await scene.apply();
    const { items: catalogue } = await scene.api.permissions.list().all();
    expect((await scene.tokens())[0]?.permissions).toEqual(catalogue.map(({ key }) => key).sort());
    const again = await scene.plan();
    expect(again.exitCode).toBe(EMPTY);
    expect(again.output).not.toContain("Warning");
  });

  it("leaves behind what on_destroy says", async () => {
    const named = (name: string, destroy: string): string => `
resource "safetyculture_service_user_token" "${name}" {
  name        = "${name}"
  permissions = ["inspections.view"]
  on_destroy  = "${destroy}"
}`;
    scene.configure(named("deleted", "delete") + named("revoked", "revoke") + named("retained", "retain"));
    await scene.apply();
    await scene.destroy();
    const left = (await scene.tokens()).map(({ name, status }) => [name, status]).sort();
    expect(left).toEqual([
      ["retained", "SERVICE_USER_TOKEN_STATUS_ACTIVE"],
      ["revoked", "SERVICE_USER_TOKEN_STATUS_REVOKED"],
    ]);
  });

  it("is changed in the state alone when only on_destroy or timeouts change", async () => {
    scene.configure(BASIC);
    await scene.apply();
    const before = (await scene.tokens())[0];
    scene.configure(BASIC.replace("}", '  on_destroy = "revoke"\n  timeouts = { create = "1m" }\n}'));
    expect((await scene.plan()).exitCode).toBe(CHANGES);
    await scene.apply();
    expect((await scene.tokens())[0]).toEqual(before);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("takes its permissions from a condition that is known only when it is applied", async () => {
    const conditional = (named: boolean): string => `
resource "terraform_data" "named" { input = ${named} }
${resource(`
  name            = "conditional"
  permissions     = terraform_data.named.output ? ["inspections.view"] : null
  all_permissions = terraform_data.named.output ? null : true
`)}`;
    scene.configure(conditional(false));
    await scene.apply();
    expect((await scene.tokens())[0]?.permissions.length).toBeGreaterThan(20);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(conditional(true));
    await scene.apply();
    expect((await scene.tokens())[0]?.permissions).toEqual(["inspections.view"]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("may share its name with others that are made at the same time, whichever answers are lost", async () => {
    scene.server.faults.add({
      operation: "ServiceUserTokensService_CreateServiceUserToken",
      kind: "drop",
      when: "after_commit",
      times: 2,
    });
    scene.configure(resource('count = 5\n  name = "same"\n  permissions = ["inspections.view"]'));
    await scene.apply();
    expect(await scene.tokens()).toHaveLength(5);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });
});
