import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

const token = (organization: string | null, name = "power-bi"): string => `
resource "safetyculture_service_user_token" "${organization ?? "default"}_${name.replaceAll("-", "_")}" {
  ${organization === null ? "" : `organization = "${organization}"`}
  name        = "${name}"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("many organizations in one provider", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached({ organizations: 3 });
  });
  afterEach(() => scene.close());

  /** A provider block with an organization for each of the server's. */
  const provider = (urls: Readonly<Record<string, string>> = {}): string =>
    `organizations = {
${scene.server.organizations
  .map(({ apiToken }, index) => {
    const key = ["au", "eu", "us"][index] ?? "";
    return `  ${key} = { api_token = "${apiToken}"${key in urls ? `, api_url = "${urls[key]}"` : ""} }`;
  })
  .join("\n")}
}`;

  test("have their own tokens, each named alike", async () => {
    scene.configure(token("au") + token("eu") + token("us"), provider());
    await scene.apply();
    for (const [index, key] of ["au", "eu", "us"].entries()) {
      const { organization_id: id } = scene.attributes(`safetyculture_service_user_token.${key}_power_bi`);
      expect(id).toBe(scene.server.organizations[index]?.id);
    }
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    await scene.destroy();
  });

  test("move a token by replacing it", async () => {
    scene.configure(token("au").replace('"au_power_bi"', '"this"'), provider());
    await scene.apply();
    scene.configure(token("eu").replace('"eu_power_bi"', '"this"'), provider());
    expect((await scene.plan()).output).toContain("1 to add, 0 to change, 1 to destroy");
    await scene.apply();
    expect(scene.attributes("safetyculture_service_user_token.this")["organization_id"]).toBe(
      scene.server.organizations[1]?.id,
    );
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("go on when one of them is down, which is warned of once", async () => {
    scene.configure(token("au") + token("au", "other") + token("eu"), provider());
    await scene.apply();
    const down = provider({ au: "http://127.0.0.1:9" });
    scene.configure(token("au") + token("au", "other") + token("eu") + token("eu", "new"), down);
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode, output).toBe(0);
    expect(output.match(/Warning: Organization not available/g)?.length).toBeLessThanOrEqual(2);
    expect(output).toContain("1 added, 0 changed, 0 destroyed");
    scene.configure(
      token("au") + token("au", "renamed").replace('"au_renamed"', '"au_other"') + token("eu"),
      down,
    );
    const failed = await scene.tryApply();
    expect(failed.exitCode).toBe(FAILED);
    expect(failed.output).toContain("API not reachable");
    expect(scene.attributes("safetyculture_service_user_token.au_power_bi")["secret"]).not.toBeNull();
  });

  test("take their API tokens from the environment, and say which variable is missing", async () => {
    const [{ apiToken } = { apiToken: "" }] = scene.server.organizations;
    scene.configure(token("au"), 'organizations = { au = { api_token_env = "AU_TOKEN" } }');
    const failed = await scene.plan();
    expect(unwrapped(failed.output)).toContain("names the environment variable AU_TOKEN, which is not set");
    const { exitCode } = await scene.withEnvironment({ AU_TOKEN: apiToken }, () => scene.tryApply());
    expect(exitCode).toBe(0);
  });

  test("know no organization that the provider block does not name, at its line", async () => {
    scene.configure(token("moon"), provider());
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain(
      'The provider block has no organization "moon". It has: "au", "eu", "us".',
    );
    expect(output).toMatch(/organization = "moon"/);
    expect(output.match(/Error:/g)).toHaveLength(1);
  });

  test("are imported by KEY/ID and KEY/name:NAME, and asked by data sources", async () => {
    scene.configure(token("eu"), provider());
    await scene.apply();
    const { id } = scene.attributes("safetyculture_service_user_token.eu_power_bi");
    for (const address of [`eu/${id}`, "eu/name:power-bi"]) {
      await scene.workspace.run("state", "rm", "safetyculture_service_user_token.eu_power_bi");
      const imported = await scene.workspace.run(
        "import",
        "safetyculture_service_user_token.eu_power_bi",
        address,
      );
      expect(imported.exitCode, imported.output).toBe(0);
      expect((await scene.plan()).exitCode).toBe(EMPTY);
    }
    scene.configure(
      `${token("eu")}
data "safetyculture_service_user_tokens" "eu" { organization = "eu" }
data "safetyculture_service_user_token" "eu" {
  organization = "eu"
  name         = "power-bi"
}
data "safetyculture_service_user_token_quota" "us" { organization = "us" }
data "safetyculture_caller" "au" { organization = "au" }
output "found" {
  value = [
    length(data.safetyculture_service_user_tokens.eu.ids),
    data.safetyculture_service_user_token.eu.id,
    data.safetyculture_service_user_token_quota.us.active,
    data.safetyculture_caller.au.organization_id,
  ]
}`,
      provider(),
    );
    await scene.apply();
    const { output } = await scene.workspace.run("output", "-json", "found");
    expect(JSON.parse(output)).toEqual([1, id, 0, scene.server.organizations[0]?.id]);
  });
});
