import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, FAILED, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";
const CONFIGURATION = `
resource "safetyculture_service_user_token" "this" {
  name        = "by hand"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a token made by hand", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  it.each([
    ["its id", (id: string) => id],
    ["its name", () => "name:by hand"],
  ])("is imported by %s without being touched, and planned empty", async (_case, importId) => {
    const { token } = await scene.api.serviceUserTokens.create({
      name: "by hand",
      permissions: ["inspections.view"],
    });
    scene.configure(CONFIGURATION);
    const imported = await scene.workspace.run("import", TOKEN, importId(token.id));
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(scene.attributes(TOKEN)).toMatchObject({ id: token.id, secret: null, secret_version: 0 });
    const plan = await scene.plan();
    expect(plan.exitCode, plan.output).toBe(EMPTY);
    expect(await scene.tokens()).toEqual([token]);
  });

  it("with every permission is imported in either style", async () => {
    const { token } = await scene.api.serviceUserTokens.create({ name: "by hand" });
    scene.configure(CONFIGURATION.replace(/permissions = .*/, "all_permissions = true"));
    await scene.workspace.run("import", TOKEN, token.id);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(
      CONFIGURATION.replace(/permissions = .*/, `permissions = ${JSON.stringify(token.permissions)}`),
    );
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("is imported by an import block and changed in the same apply", async () => {
    const { token } = await scene.api.serviceUserTokens.create({ name: "by hand" });
    scene.configure(`import {
  to = ${TOKEN}
  id = "${token.id}"
}
${CONFIGURATION}`);
    const plan = await scene.plan();
    expect(plan.exitCode).toBe(CHANGES);
    expect(plan.output).toContain("Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.");
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ id: token.id, permissions: ["inspections.view"] }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("is not guessed when two have its name, nor when none has", async () => {
    const first = await scene.api.serviceUserTokens.create({ name: "by hand" });
    const second = await scene.api.serviceUserTokens.create({ name: "by hand" });
    scene.configure(CONFIGURATION);
    const twice = await scene.workspace.run("import", TOKEN, "name:by hand");
    expect(twice.exitCode).toBe(FAILED);
    expect(twice.output).toContain(first.token.id);
    expect(twice.output).toContain(second.token.id);
    expect((await scene.workspace.run("import", TOKEN, "name:nobody")).output).toContain("No such token");
    expect((await scene.workspace.run("import", TOKEN, "by hand")).output).toContain(
      "Import id not understood",
    );
    expect(scene.workspace.state()).not.toContain(first.token.id);
  });
});
