import { startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const CONFIGURATION = ["one", "two", "three"]
  .map(
    (name) => `
resource "safetyculture_service_user_token" "${name}" {
  name        = "${name}"
  permissions = ["inspections.view"]
}`,
  )
  .join("\n");

const errors = (output: string): number => output.match(/Error:/g)?.length ?? 0;
const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("one clear diagnostic, and no state lost, when", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.launched();
    scene.configure(CONFIGURATION);
    await scene.apply();
  });
  afterEach(() => scene.close());

  /** Runs plan, apply and destroy in a broken environment: each fails with one error and leaves the state alone. */
  async function failsEverywhere(environment: NodeJS.ProcessEnv, message: RegExp): Promise<void> {
    const before = scene.workspace.state();
    for (const command of [["plan"], ["apply", "-auto-approve"], ["destroy", "-auto-approve"]]) {
      const { exitCode, output } = await scene.workspace.runWith(environment, ...command);
      expect(exitCode).toBe(FAILED);
      expect(unwrapped(output)).toMatch(message);
      expect(errors(output), output).toBe(1);
      expect(scene.workspace.state()).toBe(before);
    }
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  }

  it("the server is stopped", async () => {
    const gone = await startMockServer({ port: 0 });
    await gone.close();
    await failsEverywhere({ SAFETYCULTURE_API_URL: gone.url }, /could not be reached|connect/i);
  });

  it("the API token is wrong", () =>
    failsEverywhere({ SAFETYCULTURE_API_TOKEN: `scapi_${"x".repeat(48)}` }, /api_token/));

  it("the API token is missing", () =>
    failsEverywhere({ SAFETYCULTURE_API_TOKEN: "" }, /SAFETYCULTURE_API_TOKEN/));

  it("the API token was revoked", async () => {
    const { token, secret } = await scene.api.serviceUserTokens.create({ name: "terraform" });
    await scene.api.serviceUserTokens.revoke(token.id);
    await failsEverywhere({ SAFETYCULTURE_API_TOKEN: secret.reveal() }, /api_token/);
  });

  it("the API URL is plain http to another machine", () =>
    failsEverywhere({ SAFETYCULTURE_API_URL: "http://api.example.com" }, /https.*plain_http_hosts/));

  it("the API token may not manage tokens", async () => {
    const { secret } = await scene.api.serviceUserTokens.create({
      name: "reader",
      permissions: ["inspections.view"],
    });
    await failsEverywhere({ SAFETYCULTURE_API_TOKEN: secret.reveal() }, /Platform management: Organization/);
  });

  it("the limit of active tokens is reached", async () => {
    for (let n = 3; n < 20; n += 1) await scene.api.serviceUserTokens.create({ name: `filler ${n}` });
    scene.configure(`${CONFIGURATION}
resource "safetyculture_service_user_token" "four" {
  name        = "four"
  permissions = ["inspections.view"]
}`);
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(errors(output)).toBe(1);
    expect(unwrapped(output)).toMatch(/20 active/);
    scene.configure(CONFIGURATION);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("the provider would revoke the credential that it is using", async () => {
    scene.configure(`${CONFIGURATION}
resource "safetyculture_service_user_token" "own" {
  name        = "terraform"
  permissions = ["platform_management.organization"]
}`);
    await scene.apply();
    const own = String(scene.attributes("safetyculture_service_user_token.own")["secret"]);
    scene.configure(CONFIGURATION);
    const { exitCode, output } = await scene.workspace.runWith({ SAFETYCULTURE_API_TOKEN: own }, "plan");
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain("The provider would lock itself out");
    const demoted = `${CONFIGURATION}
resource "safetyculture_service_user_token" "own" {
  name        = "terraform"
  permissions = ["inspections.view"]
}`;
    scene.configure(demoted);
    const demotion = await scene.workspace.runWith({ SAFETYCULTURE_API_TOKEN: own }, "plan");
    expect(unwrapped(demotion.output)).toContain("so it must not demote it");
    await using client = new SafetyCultureClient({ baseUrl: scene.server.url, apiToken: own });
    expect((await client.users.whoAmI()).firstname).toBe("terraform");
  });

  it("the API answers 503 to every create", async () => {
    scene.server.faults.add({
      operation: "ServiceUserTokensService_CreateServiceUserToken",
      kind: "status",
      status: 503,
    });
    scene.configure(`${CONFIGURATION}
resource "safetyculture_service_user_token" "four" {
  name        = "four"
  permissions = ["inspections.view"]
}`);
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(errors(output)).toBe(1);
    expect(unwrapped(output)).toMatch(/could not create token "four".*HTTP 503/);
    expect(output).not.toContain("reconcile");
    expect(await scene.tokens()).toHaveLength(3);
  });

  it("nothing at all, when the answer to a create is lost: the token is found again by its key", async () => {
    scene.server.faults.add({
      operation: "ServiceUserTokensService_CreateServiceUserToken",
      kind: "drop",
      when: "after_commit",
      times: 1,
    });
    scene.configure(`${CONFIGURATION}
resource "safetyculture_service_user_token" "four" {
  name        = "four"
  permissions = ["inspections.view"]
}`);
    expect(await scene.apply()).toContain("Apply complete");
    const tokens = await scene.tokens();
    expect(tokens.filter(({ name }) => name === "four")).toHaveLength(1);
    const { id, secret } = scene.attributes("safetyculture_service_user_token.four");
    expect(tokens.map((token) => token.id)).toContain(id);
    await using client = new SafetyCultureClient({ baseUrl: scene.server.url, apiToken: String(secret) });
    expect((await client.users.whoAmI()).firstname).toBe("four");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it.each([
    "RevokeServiceUserToken",
    "DeleteServiceUserToken",
  ])("a %s fails half way through destroy", async (name) => {
    const operation = `ServiceUserTokensService_${name}` as const;
    scene.server.faults.add({ operation, kind: "status", status: 403 } as never);
    const { exitCode, output } = await scene.workspace.run("destroy", "-auto-approve");
    expect(exitCode).toBe(FAILED);
    expect(errors(output)).toBe(3);
    expect(scene.attributes("safetyculture_service_user_token.one")).toMatchObject({
      status: name === "DeleteServiceUserToken" ? "revoked" : "active",
    });
    scene.server.faults.clear();
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });
});
