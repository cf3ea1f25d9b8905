import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VERSION } from "../../provider/src/safetyculture/version.js";
import { pluginForm } from "../provider/plugin-file.js";
import { registryHost, terraformBinary, Workspace } from "./terraform.js";

const COMMAND = fileURLToPath(new URL("../../provider/dist/cli/main.js", import.meta.url));
const CONFIGURATION = `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("terraform init finds the plugin", () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = Workspace.empty();
    workspace.configure(CONFIGURATION);
  });
  afterEach(() => workspace.remove());

  const command = (...args: string[]): void =>
    void execFileSync(process.execPath, [COMMAND, ...args, ...(pluginForm === "node" ? ["--node"] : [])], {
      env: { ...process.env, HOME: workspace.root },
    });

  async function initializes(environment: NodeJS.ProcessEnv): Promise<void> {
    const init = await workspace.runWith(environment, "init");
    expect(init.output).toContain(`Installed safetyculture-tokens/safetyculture v${VERSION}`);
    expect((await workspace.runWith(environment, "validate")).exitCode).toBe(0);
  }

  const mirrorSettings = (path: string): NodeJS.ProcessEnv => {
    const settings = join(workspace.root, "mirror.tfrc");
    writeFileSync(
      settings,
      `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(path)} }\n}\n`,
    );
    return { TF_CLI_CONFIG_FILE: settings };
  };

  it("in the user's folder of plugins", async () => {
    command("install");
    await initializes({ HOME: workspace.root });
  });

  it("beside the configuration", async () => {
    command("install", "--dir", join(workspace.directory, "terraform.d/plugins"));
    await initializes({});
  });

  it("in a filesystem mirror", async () => {
    const mirror = join(workspace.root, "mirror");
    command("mirror", mirror);
    await initializes(mirrorSettings(mirror));
  });

  it("in a mirror of release archives, whose checksums are right", async () => {
    const release = join(workspace.root, "mirror", registryHost, "safetyculture-tokens/safetyculture");
    command("package", release);
    const sums = readFileSync(
      join(release, `terraform-provider-safetyculture_${VERSION}_SHA256SUMS`),
      "utf8",
    );
    const lines = sums.trimEnd().split("\n");
    expect(lines).toHaveLength(5);
    for (const [sum, name = ""] of lines.map((line) => line.split("  "))) {
      expect(
        createHash("sha256")
          .update(readFileSync(join(release, name)))
          .digest("hex"),
      ).toBe(sum);
    }
    const archive = (platform: string) =>
      readFileSync(join(release, `terraform-provider-safetyculture_${VERSION}_${platform}.zip`));
    for (const name of ["LICENSE", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"]) {
      expect(archive("linux_amd64").includes(name)).toBe(true);
    }
    if (pluginForm === "node") expect(archive("darwin_arm64").equals(archive("linux_amd64"))).toBe(true);
    expect(
      JSON.parse(
        readFileSync(join(release, `terraform-provider-safetyculture_${VERSION}_manifest.json`), "utf8"),
      ),
    ).toEqual({ version: 1, metadata: { protocol_versions: ["6.0"] } });
    await initializes(mirrorSettings(join(workspace.root, "mirror")));
  });
});
