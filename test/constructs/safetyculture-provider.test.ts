import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SafetycultureProvider } from "@safetyculture-tokens/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

describe("the provider construct", () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "synth-"));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  const plugins = (stack: string): string[] => {
    const folder = join(outdir, "stacks", stack, "terraform.d/plugins");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((entry) => join(folder, entry))
      .filter((path) => statSync(path).isFile());
  };

  const SOURCE = "registry.terraform.io/safetyculture-tokens/safetyculture";

  it("puts the plugin beside each stack that uses it, as one small archive per platform", () => {
    const app = new App({ outdir });
    for (const name of ["first", "second"]) {
      const stack = new TerraformStack(app, name);
      new SafetycultureProvider(stack, "main");
      new SafetycultureProvider(stack, "other", { alias: "other" });
    }
    app.synth();
    for (const name of ["first", "second"]) {
      const files = plugins(name);
      expect(files).toHaveLength(8);
      expect(new Set(files.map((file) => readFileSync(file, "base64"))).size).toBe(1);
      expect(statSync(files[0] ?? "").size).toBeLessThan(400_000);
      expect(files.join("\n")).toMatch(
        /safetyculture-tokens\/safetyculture\/terraform-provider-safetyculture_\d+\.\d+\.\d+_linux_amd64\.zip/,
      );
    }
  });

  it("removes other versions of the plugin, and nothing else", () => {
    const plugins = join(outdir, "stacks/stack/terraform.d/plugins");
    const old = [
      `${SOURCE}/0.0.9/linux_amd64/terraform-provider-safetyculture_v0.0.9`,
      `${SOURCE}/terraform-provider-safetyculture_0.0.9_linux_amd64.zip`,
    ];
    const kept = [
      `${SOURCE}/notes.txt`,
      "registry.terraform.io/example/other/0.0.9/linux_amd64/terraform-provider-other_v0.0.9",
    ];
    for (const file of [...old, ...kept]) {
      mkdirSync(dirname(join(plugins, file)), { recursive: true });
      writeFileSync(join(plugins, file), "");
    }
    const app = new App({ outdir });
    new SafetycultureProvider(new TerraformStack(app, "stack"), "main");
    app.synth();
    for (const file of old) expect(existsSync(join(plugins, file)), file).toBe(false);
    for (const file of kept) expect(existsSync(join(plugins, file)), file).toBe(true);
  });

  it("warns when a lock file holds the checksum of a build that it replaces", async () => {
    const app = new App({ outdir });
    new SafetycultureProvider(new TerraformStack(app, "stack"), "main");
    const warnings: string[] = [];
    const listen = (warning: Error): void => void warnings.push(warning.message);
    process.on("warning", listen);
    try {
      app.synth();
      writeFileSync(join(outdir, "stacks/stack/.terraform.lock.hcl"), "");
      app.synth();
      await new Promise(setImmediate);
      expect(warnings.filter((warning) => warning.includes(outdir))).toEqual([]);
      for (const file of plugins("stack")) appendFileSync(file, "another build");
      app.synth();
      await new Promise(setImmediate);
    } finally {
      process.off("warning", listen);
    }
    expect(warnings.filter((warning) => warning.includes(outdir))).toEqual([
      expect.stringMatching(/replaced by another build .* Remove that file, then run terraform init\.$/),
    ]);
  });

  it("leaves the plugin away when told so", () => {
    const app = new App({ outdir });
    new SafetycultureProvider(new TerraformStack(app, "stack"), "main", { bundlePlugin: false });
    app.synth();
    expect(() => plugins("stack")).toThrow("ENOENT");
  });

  it("passes its settings on, and warns of a literal API token", () => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "stack");
    new SafetycultureProvider(stack, "main", {
      apiUrl: "http://127.0.0.1:1",
      apiToken: "scapi_literal",
      plainHttpHosts: ["mock"],
      maxRetries: 2,
      requestTimeoutSeconds: 5,
    });
    app.synth();
    const manifest = readFileSync(join(outdir, "manifest.json"), "utf8");
    expect(manifest).toContain("apiToken is a literal");
    expect(manifest).not.toContain("scapi_literal");
    expect(JSON.parse(readFileSync(join(outdir, "stacks/stack/cdk.tf.json"), "utf8"))).toMatchObject({
      provider: {
        safetyculture: [
          {
            api_url: "http://127.0.0.1:1",
            plain_http_hosts: ["mock"],
            max_retries: 2,
            request_timeout_seconds: 5,
          },
        ],
      },
    });
  });

  it("takes the API token from a sensitive variable without a warning", () => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "stack");
    const variable = new TerraformVariable(stack, "token", { type: "string", sensitive: true });
    new SafetycultureProvider(stack, "main", { apiToken: variable.stringValue });
    app.synth();
    expect(readFileSync(join(outdir, "manifest.json"), "utf8")).not.toContain("apiToken");
  });

  it.each([
    ["maxRetries", { maxRetries: 11 }, "maxRetries must be a whole number from 0 to 10; it is 11."],
    ["requestTimeoutSeconds", { requestTimeoutSeconds: 0.5 }, "requestTimeoutSeconds must be a whole number"],
  ])("refuses a wrong %s", (_property, props, message) => {
    const stack = new TerraformStack(new App({ outdir }), "stack");
    expect(() => new SafetycultureProvider(stack, "main", props)).toThrow(message);
  });
});
