import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";
const CONFIGURATION = `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a token that was changed behind Terraform's back", () => {
  let scene: Scene;
  let id: string;
  let version: number;
  beforeEach(async () => {
    scene = await Scene.reattached();
    scene.configure(CONFIGURATION);
    await scene.apply();
    id = String(scene.attributes(TOKEN)["id"]);
    version = Number(scene.attributes(TOKEN)["secret_version"]);
  });
  afterEach(() => scene.close());

  it("and edited is planned back", async () => {
    await scene.api.serviceUserTokens.update(id, { name: "renamed", inactivity_expiry_days: 60 });
    const plan = await scene.plan();
    expect(plan.output).toMatch(/~ name\s+= "renamed" -> "power-bi"/);
    expect(plan.output).toMatch(/~ inactivity_expiry_days\s+= 60 -> 45/);
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ id, name: "power-bi", inactivity_expiry_days: 45 }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("and revoked is planned to be enabled again, with a new secret", async () => {
    await scene.api.serviceUserTokens.revoke(id);
    const plan = await scene.plan();
    expect(plan.output).toMatch(/~ enabled\s+= false -> true/);
    expect(plan.output).toMatch(/~ status\s+= "revoked" -> "active"/);
    expect(plan.output).toContain("Warning: A new secret will be issued");
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ id, status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" }]);
    expect(Number(scene.attributes(TOKEN)["secret_version"])).toBeGreaterThan(version);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("and expired after 45 idle days shows its status and is regenerated", async () => {
    scene.server.clock.advance({ days: 45 });
    const plan = await scene.plan();
    expect(plan.exitCode).toBe(CHANGES);
    expect(plan.output).toMatch(/~ status\s+= "expired" -> "active"/);
    expect(plan.output).toMatch(/~ secret_version\s+= \d+ -> \(known after apply\)/);
    expect(plan.output).not.toMatch(/~ enabled/);
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ id, status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("and deleted is planned as a create", async () => {
    scene.server.clock.advance({ hours: 1 });
    await scene.api.serviceUserTokens.revoke(id);
    await scene.api.serviceUserTokens.delete(id);
    const plan = await scene.plan();
    expect(plan.output).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
    await scene.apply();
    const tokens = await scene.tokens();
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.id).not.toBe(id);
    // What stores the secret by its version is told of the new one.
    expect(Number(scene.attributes(TOKEN)["secret_version"])).toBeGreaterThan(version);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("and regenerated loses its secret from the state, with a warning, and no other change", async () => {
    scene.server.clock.advance({ seconds: 10 });
    await scene.api.serviceUserTokens.revoke(id);
    await scene.api.serviceUserTokens.regenerate(id);
    const plan = await scene.plan();
    expect(plan.output).toContain("Warning: Secret issued elsewhere");
    expect(plan.output).not.toContain("1 to change");
    await scene.apply();
    expect(scene.attributes(TOKEN)).toMatchObject({
      id,
      secret: null,
      secret_fingerprint: null,
      secret_version: version,
    });
    const next = await scene.plan();
    expect(next.exitCode).toBe(EMPTY);
    expect(next.output).not.toContain("Warning");
  });

  it("and revoked or deleted before destroy is destroyed without complaint", async () => {
    await scene.api.serviceUserTokens.revoke(id);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);

    await scene.apply();
    const again = String(scene.attributes(TOKEN)["id"]);
    await scene.api.serviceUserTokens.revoke(again);
    await scene.api.serviceUserTokens.delete(again);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });

  it("and regenerated between plan and apply is left alone, and its dead secret is found by the next plan", async () => {
    scene.configure(CONFIGURATION.replace("power-bi", "renamed"));
    await scene.workspace.run("plan", "-out=saved");
    scene.server.clock.advance({ seconds: 10 });
    await scene.api.serviceUserTokens.revoke(id);
    await scene.api.serviceUserTokens.regenerate(id);
    const { exitCode, output } = await scene.workspace.run("apply", "saved");
    expect(exitCode).toBe(1);
    expect(output).toContain("Error: Token has a new secret");
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
    expect(await scene.apply()).toContain("Warning: Secret issued elsewhere");
    expect(scene.attributes(TOKEN)).toMatchObject({
      name: "renamed",
      secret: null,
      secret_fingerprint: null,
    });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });
});
