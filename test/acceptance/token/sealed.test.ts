import { compactDecrypt, exportJWK, generateKeyPair, importJWK } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";

interface Keys {
  readonly algorithm: string;
  readonly publicJwk: string;
  readonly privateJwk: string;
}

async function keys(algorithm: string, options: { crv?: string } = {}): Promise<Keys> {
  const pair = await generateKeyPair(algorithm, { ...options, extractable: true });
  return {
    algorithm,
    publicJwk: JSON.stringify(await exportJWK(pair.publicKey)),
    privateJwk: JSON.stringify(await exportJWK(pair.privateKey)),
  };
}

const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a sealed secret", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  const token = (recipients: Readonly<Record<string, string>> | null, more = ""): string => `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ["inspections.view"]
  ${recipients === null ? "" : 'secret_storage = "sealed"'}
  ${
    recipients === null
      ? ""
      : `sealed_to = {
${Object.entries(recipients)
  .map(([name, jwk]) => `    ${name} = ${JSON.stringify(jwk)}`)
  .join("\n")}
  }`
  }
  ${more}
}`;
  const sealed = (): Record<string, string> =>
    (scene.attributes(TOKEN)["sealed_secrets"] ?? {}) as Record<string, string>;
  async function opened(name: string, { privateJwk, algorithm }: Keys): Promise<string> {
    const key = await importJWK(JSON.parse(privateJwk), algorithm);
    return new TextDecoder().decode((await compactDecrypt(String(sealed()[name]), key)).plaintext);
  }
  const owner = async (secret: string) => (await scene.api.withApiToken(secret).users.whoAmI()).user_id;

  test("is opened by each recipient, of every kind of key, and by nobody else", async () => {
    const recipients = {
      ec: await keys("ECDH-ES+A256KW", { crv: "P-256" }),
      okp: await keys("ECDH-ES+A256KW", { crv: "X25519" }),
      rsa: await keys("RSA-OAEP-256"),
    };
    scene.configure(
      token(Object.fromEntries(Object.entries(recipients).map(([name, { publicJwk }]) => [name, publicJwk]))),
    );
    await scene.apply();
    const secrets = await Promise.all(
      Object.entries(recipients).map(([name, recipient]) => opened(name, recipient)),
    );
    expect(new Set(secrets).size).toBe(1);
    expect(await owner(String(secrets[0]))).toBe(scene.attributes(TOKEN)["service_user_id"]);
    expect(scene.workspace.state()).not.toContain("scapi_");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("is opened in a run by the ephemeral resource, and a wrong key is refused without a trace of it", async () => {
    const [right, wrong] = await Promise.all([keys("RSA-OAEP-256"), keys("RSA-OAEP-256")]);
    const sink = (variable: string) => `
variable "key" {
  type      = string
  ephemeral = true
  sensitive = true
}
ephemeral "safetyculture_unsealed_secret" "this" {
  sealed_secret = ${TOKEN}.sealed_secrets["ops"]
  private_jwk   = var.${variable}
}
resource "terraform_data" "sink" {
  triggers_replace = ${TOKEN}.secret_version
  provisioner "local-exec" {
    command     = "printf %s \\"$SECRET\\" > ../sink"
    environment = { SECRET = ephemeral.safetyculture_unsealed_secret.this.secret }
  }
}`;
    scene.configure(token({ ops: right.publicJwk }) + sink("key"));
    await scene.apply("-var", `key=${right.privateJwk}`);
    const failed = await scene.tryApply("-var", `key=${wrong.privateJwk}`, "-replace=terraform_data.sink");
    expect(failed.exitCode).toBe(FAILED);
    expect(unwrapped(failed.output)).toContain("The key does not open the sealed secret");
    expect(failed.output).not.toContain(JSON.parse(wrong.privateJwk).d);
    expect(scene.workspace.state()).not.toContain("scapi_");
  });

  test("takes the place of one in the state, which goes on working, and the plan says what follows", async () => {
    const ops = await keys("RSA-OAEP-256");
    scene.configure(token(null));
    await scene.apply();
    const secret = scene.attributes(TOKEN)["secret"];
    scene.configure(token({ ops: ops.publicJwk }));
    const plan = await scene.plan();
    expect(unwrapped(plan.output)).toContain(
      "The present secret is taken out of the state, and goes on working",
    );
    await scene.apply();
    expect(await opened("ops", ops)).toBe(secret);
    expect(scene.attributes(TOKEN)["secret"]).toBeNull();
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(token(null));
    expect(unwrapped((await scene.plan()).output)).toContain("Terraform cannot read the present secret back");
    await scene.apply();
    expect(scene.attributes(TOKEN)).toMatchObject({ secret: null, sealed_secrets: null });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("stays sealed to those who stay, and waits for a new secret with those who are new", async () => {
    const [ops, dev] = await Promise.all([keys("RSA-OAEP-256"), keys("RSA-OAEP-256")]);
    scene.configure(token({ ops: ops.publicJwk }));
    await scene.apply();
    const before = sealed()["ops"];
    scene.configure(token({ ops: ops.publicJwk, dev: dev.publicJwk }));
    expect(unwrapped((await scene.plan()).output)).toContain(
      "it is not sealed to dev before a new one is issued",
    );
    await scene.apply();
    expect(sealed()).toEqual({ ops: before });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(token({ dev: dev.publicJwk }));
    await scene.apply();
    expect(sealed()).toEqual({});
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test.each([
    ["a private key", async () => (await keys("RSA-OAEP-256")).privateJwk, "holds a private key"],
    ["a key to sign with", async () => (await keys("Ed25519")).publicJwk, "has a crv that is not one of"],
    ["no JWK", async () => "ssh-rsa AAAA", "is not a JWK"],
    [
      "a key that is damaged",
      async () => '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}',
      "nothing can be encrypted to",
    ],
  ])("is refused to %s, before a secret is issued", async (_case, jwk, message) => {
    scene.configure(token({ ops: await jwk() }));
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain(message);
    expect(await scene.tokens()).toEqual([]);
  });
});
