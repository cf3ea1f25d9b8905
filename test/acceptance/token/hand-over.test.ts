import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, FAILED, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";

/** A token whose secret is kept nowhere, and a sink that keeps it: a provisioner, which may hold ephemeral values. */
const configuration = (keeper: string, rotation = "", extra = ""): string => `
resource "safetyculture_service_user_token" "this" {
  name           = "power-bi"
  permissions    = ["inspections.view"]
  secret_storage = "none"
  rotation = {
    keepers = { month = "${keeper}" }
    ${rotation}
  }
}
ephemeral "safetyculture_issued_secret" "this" {
  token_id       = ${TOKEN}.id
  secret_version = ${TOKEN}.secret_version
}
resource "terraform_data" "sink" {
  triggers_replace = ${TOKEN}.secret_version
  provisioner "local-exec" {
    command     = "printf %s \\"$SECRET\\" >> ../sink; echo >> ../sink; ${extra}"
    environment = {
      SECRET = coalesce(ephemeral.safetyculture_issued_secret.this.secret, terraform.applying ? null : "planning")
    }
  }
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a secret that is kept nowhere", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  const delivered = (): string[] => {
    try {
      return readFileSync(join(scene.workspace.root, "sink"), "utf8").trim().split("\n");
    } catch {
      return [];
    }
  };
  const works = async (secret: string | undefined): Promise<boolean> =>
    scene.api
      .withApiToken(secret ?? "none")
      .users.whoAmI()
      .then(
        () => true,
        () => false,
      );

  test("is handed over in the run that creates the token, and is in no file", async () => {
    scene.configure(configuration("one"));
    const { exitCode } = await scene.workspace.run("plan", "-out=saved");
    expect(exitCode).toBe(0);
    await scene.workspace.run("apply", "saved");
    const [secret] = delivered();
    expect(await works(secret)).toBe(true);
    expect(scene.workspace.state()).not.toContain("scapi_");
    expect(readFileSync(join(scene.workspace.directory, "saved")).includes(String(secret))).toBe(false);
    expect(scene.attributes(TOKEN)).toMatchObject({ secret: null, sealed_secrets: null });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    expect(delivered()).toHaveLength(1);
  });

  test.each([
    "in_place",
    "overlap",
  ])("is handed over by a rotation %s, also through a saved plan", async (strategy) => {
    const rotation = `strategy = "${strategy}"`;
    scene.configure(configuration("one", rotation));
    await scene.apply();
    scene.configure(configuration("two", rotation));
    await scene.workspace.run("plan", "-out=saved");
    const { exitCode, output } = await scene.workspace.run("apply", "saved");
    expect(exitCode, output).toBe(0);
    const [first, second] = delivered();
    expect(second).not.toBe(first);
    expect(await works(second)).toBe(true);
    expect(await works(first)).toBe(strategy === "overlap");
    expect(scene.workspace.state()).not.toContain("scapi_");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("that its sink lost is warned of after an hour, and SAFETYCULTURE_ROTATE hands over another one, once", async () => {
    scene.configure(configuration("one", "", "exit 1"));
    expect((await scene.tryApply()).exitCode).toBe(FAILED);
    scene.configure(configuration("one"));
    // The sink is tried again, and has no secret to store: that is loud.
    expect((await scene.tryApply()).output).toContain("coalesce");
    scene.server.clock.advance({ hours: 2 });
    const plan = await scene.plan();
    expect(plan.output).toContain("Warning: A secret was never used");
    const hint = /SAFETYCULTURE_ROTATE="([^"]+)"/.exec(plan.output.replaceAll(/[│\s]+/g, " "));
    const environment = { SAFETYCULTURE_ROTATE: String(hint?.[1]) };
    const rotated = await scene.withEnvironment(environment, () => scene.apply());
    expect(rotated).toContain("Warning: A secret will be rotated in place");
    const secret = delivered().at(-1);
    expect(await works(secret)).toBe(true);
    const again = await scene.withEnvironment(environment, () => scene.plan());
    expect(again.exitCode, again.output).toBe(EMPTY);
  });

  test("of several tokens reaches each sink, in modules with ephemeral outputs", async () => {
    scene.workspace.configure(
      `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
variable "name" {}
variable "keeper" {}
resource "safetyculture_service_user_token" "this" {
  name           = var.name
  permissions    = ["inspections.view"]
  secret_storage = "none"
  rotation       = { keepers = { k = var.keeper } }
}
ephemeral "safetyculture_issued_secret" "this" {
  token_id       = safetyculture_service_user_token.this.id
  secret_version = safetyculture_service_user_token.this.secret_version
}
output "secret" {
  value     = ephemeral.safetyculture_issued_secret.this.secret
  ephemeral = true
}
output "version" { value = safetyculture_service_user_token.this.secret_version }
`,
      "token/main.tf",
    );
    const root = (b: string): string => `
locals { tokens = { a = "1", b = "${b}", c = "1" } }
module "token" {
  source   = "./token"
  for_each = local.tokens
  name     = each.key
  keeper   = each.value
}
resource "terraform_data" "sink" {
  for_each         = local.tokens
  triggers_replace = module.token[each.key].version
  provisioner "local-exec" {
    command     = "printf '%s %s\\n' ${"${each.key}"} \\"$SECRET\\" >> ../sink"
    environment = { SECRET = coalesce(module.token[each.key].secret, terraform.applying ? null : "planning") }
  }
}`;
    scene.configure(root("1"));
    await scene.workspace.run("init");
    await scene.apply();
    scene.configure(root("2"));
    expect((await scene.plan()).exitCode).toBe(CHANGES);
    await scene.apply();
    const lines = delivered().map((line) => line.split(" "));
    expect(lines.map(([name]) => name).sort()).toEqual(["a", "b", "b", "c"]);
    const latest = Object.fromEntries(lines);
    for (const name of ["a", "b", "c"]) expect(await works(latest[name]), name).toBe(true);
    expect(scene.workspace.state()).not.toContain("scapi_");
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });

  test("is handed over to sinks of two aliases, and one that -target leaves out is loud in the next run", async () => {
    const one = (alias: string, keeper: number): string => `
resource "safetyculture_service_user_token" "${alias}" {
  provider       = safetyculture.${alias}
  name           = "${alias}"
  permissions    = ["inspections.view"]
  secret_storage = "none"
  rotation       = { keepers = { k = "${keeper}" } }
}
ephemeral "safetyculture_issued_secret" "${alias}" {
  provider       = safetyculture.${alias}
  token_id       = safetyculture_service_user_token.${alias}.id
  secret_version = safetyculture_service_user_token.${alias}.secret_version
}
resource "terraform_data" "${alias}" {
  triggers_replace = safetyculture_service_user_token.${alias}.secret_version
  provisioner "local-exec" {
    command = "echo \\"$SECRET\\" >> ../sink"
    environment = {
      SECRET = coalesce(
        ephemeral.safetyculture_issued_secret.${alias}.secret,
        terraform.applying ? null : "planning",
      )
    }
  }
}`;
    const both = (one1: number, two: number): string =>
      ["one", "two"].map((alias) => `provider "safetyculture" {\n  alias = "${alias}"\n}\n`).join("") +
      one("one", one1) +
      one("two", two);
    scene.configure(both(1, 1));
    await scene.apply();
    expect(await Promise.all(delivered().map(works))).toEqual([true, true]);
    scene.configure(both(2, 1));
    await scene.apply("-target=safetyculture_service_user_token.one");
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("coalesce");
    scene.configure(both(3, 1));
    await scene.apply();
    expect(await works(delivered().at(-1))).toBe(true);
    expect(scene.workspace.state()).not.toContain("scapi_");
  });
});
