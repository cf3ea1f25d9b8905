import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { type CompanyNetwork, startCompanyNetwork } from "./company-network.js";
import { Scene } from "./setup.js";

const CONFIGURATION = `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the packaged plugin in a company's network", () => {
  let scene: Scene;
  let network: CompanyNetwork;
  beforeEach(async () => {
    scene = await Scene.launched();
    network = await startCompanyNetwork(scene.server.url);
    const authority = join(scene.workspace.root, "authority.pem");
    writeFileSync(authority, network.authority);
    scene.configure(CONFIGURATION, "max_retries = 0");
    Object.assign(scene.environment, {
      SAFETYCULTURE_API_URL: network.apiUrl,
      NODE_EXTRA_CA_CERTS: authority,
    });
  });
  afterEach(async () => {
    await scene.close();
    await network.close();
  });

  test("reaches the API through the proxy, and trusts the private authority", async () => {
    scene.environment["HTTPS_PROXY"] = `http://${network.proxy}`;
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
    const { host } = new URL(network.apiUrl);
    expect(new Set(network.tunnels.map(({ to }) => to))).toEqual(new Set([host]));
  });

  test("trusts the authorities of SSL_CERT_FILE, as Terraform itself does", async () => {
    Object.assign(scene.environment, {
      HTTPS_PROXY: `http://${network.proxy}`,
      SSL_CERT_FILE: scene.environment["NODE_EXTRA_CA_CERTS"],
      NODE_EXTRA_CA_CERTS: "",
    });
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
  });

  test("shows the proxy its credentials, and nobody else", async () => {
    scene.environment["https_proxy"] = `http://user:p4ssw0rd@${network.proxy}`;
    const { exitCode, output } = await scene.workspace.runWith({ TF_LOG: "TRACE" }, "apply", "-auto-approve");
    expect(exitCode).toBe(0);
    const expected = `Basic ${Buffer.from("user:p4ssw0rd").toString("base64")}`;
    expect(network.tunnels.every(({ authorization }) => authorization === expected)).toBe(true);
    expect(output).not.toContain("p4ssw0rd");
    expect(output).not.toContain(expected);
  });

  test("goes past the proxy to hosts that NO_PROXY names", async () => {
    Object.assign(scene.environment, { HTTPS_PROXY: `http://${network.proxy}`, NO_PROXY: "example.test" });
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/api\.example\.test/);
    expect(network.tunnels).toEqual([]);
  });

  test("says that the certificate is not trusted when nobody vouches for it", async () => {
    Object.assign(scene.environment, { HTTPS_PROXY: `http://${network.proxy}`, NODE_EXTRA_CA_CERTS: "" });
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/certificate/);
  });

  test("says that nothing listens at the proxy", async () => {
    scene.environment["HTTPS_PROXY"] = "http://127.0.0.1:9";
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/ECONNREFUSED 127\.0\.0\.1:9/);
  });
});
