import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const CONFIGURATION = `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a server that is called over plain http", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.launched();
    // An address that reaches this machine without being its loopback, as that of a container does.
    scene.environment["SAFETYCULTURE_API_URL"] = scene.server.url.replace("127.0.0.1", "0.0.0.0");
  });
  afterEach(() => scene.close());

  test("is one that plain_http_hosts names", async () => {
    scene.configure(CONFIGURATION, 'plain_http_hosts = ["mock", "0.0.0.0"]');
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
  });

  test("is one that SAFETYCULTURE_PLAIN_HTTP_HOSTS names, unless plain_http_hosts is given", async () => {
    scene.environment["SAFETYCULTURE_PLAIN_HTTP_HOSTS"] = "mock,0.0.0.0";
    scene.configure(CONFIGURATION);
    await scene.apply();
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(CONFIGURATION, "plain_http_hosts = []");
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("plain_http_hosts");
  });

  test("is not asked while it is not known whether it may be", async () => {
    scene.configure(
      `resource "terraform_data" "host" { input = "0.0.0.0" }\n${CONFIGURATION}`,
      "plain_http_hosts = [terraform_data.host.output]",
    );
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
  });
});
