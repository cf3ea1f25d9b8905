import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const configuration = (command: string, version = 1, key = ""): string => `
ephemeral "safetyculture_service_user_token" "run" {
  enabled     = terraform.applying
  name        = "migration"
  permissions = ["inspections.view"]
  ${key}
}
resource "terraform_data" "work" {
  triggers_replace = ${version}
  provisioner "local-exec" {
    command     = ${JSON.stringify(command)}
    environment = { TOKEN = ephemeral.safetyculture_service_user_token.run.secret }
  }
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("an ephemeral token", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  const call = (): string =>
    `curl -sf "${scene.server.url}/accounts/user/v1/user:WhoAmI" -H "authorization: Bearer $TOKEN" > ../owner`;
  const asked = (): string[] =>
    scene.server.journal.entries().map(({ operation }) => String(operation).replace(/^.*_/, ""));

  test("asks the API nothing while planning, works while applying, and is gone afterwards", async () => {
    scene.configure(configuration(call()));
    scene.server.journal.clear();
    await scene.plan();
    expect(asked()).toEqual([]);
    await scene.apply();
    expect(asked()).toContain("WhoAmI");
    expect(await scene.tokens()).toEqual([]);
    expect(scene.workspace.state()).not.toContain("scapi_");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("of another key is left alone until its time is over", async () => {
    const until = "2026-01-01T02:00:00Z";
    await scene.api.serviceUserTokens.create({ name: `other (ephemeral 0123456789ab, until ${until})` });
    scene.configure(configuration("true"));
    await scene.apply();
    expect(await scene.tokens()).toHaveLength(1);
    scene.server.clock.advance({ hours: 3 });
    scene.configure(configuration("true", 2));
    await scene.apply();
    expect(await scene.tokens()).toEqual([]);
  });
});

describe.skipIf(terraformBinary === undefined)("an ephemeral token of a launched provider", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.launched();
  });
  afterEach(() => scene.close());

  test("shares its key with no other one of the run", async () => {
    const other = configuration("true")
      .replace('"run"', '"other"')
      .replace('"work"', '"more"')
      .replaceAll(".run.", ".other.");
    // What waits for the second and uses the first keeps the first one open.
    const last = `
resource "terraform_data" "last" {
  depends_on = [terraform_data.more]
  provisioner "local-exec" {
    command     = "true"
    environment = { TOKEN = ephemeral.safetyculture_service_user_token.run.secret }
  }
}`;
    scene.configure(configuration("true") + other + last);
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("Error: Key used twice");
    expect(await scene.tokens()).toEqual([]);
  });

  test("is gone after an apply that failed, although Terraform does not close it", async () => {
    scene.configure(configuration("exit 1"));
    expect((await scene.tryApply()).exitCode).toBe(FAILED);
    expect(await scene.tokens()).toEqual([]);
  });

  test("of a killed run is deleted by the next one, and no other token is touched", async () => {
    await scene.api.serviceUserTokens.create({ name: "migration" });
    // The mock server is gone for the provider that is left behind alone, so it cannot tidy up.
    scene.server.faults.add({
      operation: "ServiceUserTokensService_RevokeServiceUserToken",
      kind: "status",
      status: 503,
    });
    scene.configure(configuration("echo started; exec sleep 20"));
    const running = scene.workspace.start({}, "apply", "-auto-approve");
    await running.says(/Provisioning with/);
    running.kill();
    const left = await scene.tokens();
    expect(left.map(({ name }) => name.replace(/ [0-9a-f]{12}, .*/, ""))).toEqual([
      "migration",
      "migration (ephemeral",
    ]);
    scene.server.faults.clear();
    scene.configure(configuration("true", 2));
    await scene.apply("-lock=false");
    expect(await scene.tokens()).toMatchObject([{ name: "migration" }]);
  });
});
