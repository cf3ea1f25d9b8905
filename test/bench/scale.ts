import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MockServer, startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { Workspace } from "../acceptance/terraform.js";
import { watchMemory } from "./provider/memory.js";

// npm run bench -- scale: many organizations in one state, by one provider process, and by one alias for each.

const TOKENS_EACH = 20;
const ORGANIZATIONS = Number(process.env["SCALE_ORGANIZATIONS"] ?? 500);
/** Terraform starts a process for each alias; more of them than this do not fit into a small machine. */
const ALIASES = Number(process.env["SCALE_ALIASES"] ?? 20);

const HEADER = `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
variable "api_tokens" { type = list(string) }
`;

const one = (organizations: number): string => `${HEADER}
provider "safetyculture" {
  organizations = { for index, token in var.api_tokens : "o\${index}" => { api_token = token } }
}
resource "safetyculture_service_user_token" "this" {
  count        = ${organizations * TOKENS_EACH}
  organization = "o\${floor(count.index / ${TOKENS_EACH})}"
  name         = "token \${count.index % ${TOKENS_EACH}}"
  permissions  = ["inspections.view"]
}`;

const aliases = (organizations: number): string =>
  HEADER +
  Array.from(
    { length: organizations },
    (_, index) => `
provider "safetyculture" {
  alias     = "o${index}"
  api_token = var.api_tokens[${index}]
}
resource "safetyculture_service_user_token" "o${index}" {
  provider    = safetyculture.o${index}
  count       = ${TOKENS_EACH}
  name        = "token \${count.index}"
  permissions = ["inspections.view"]
}`,
  ).join("\n");

/** Creates the tokens on the server, and gives the attributes of each as a state has them. */
async function populate(server: MockServer): Promise<Record<string, unknown>[][]> {
  const root = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken, pacing: false });
  const all: Record<string, unknown>[][] = [];
  for (const [organization, { apiToken }] of server.organizations.entries()) {
    const client = root.withApiToken(apiToken);
    const states: Record<string, unknown>[] = [];
    for (let n = 0; n < TOKENS_EACH; n += 1) {
      const { token, secret } = await client.serviceUserTokens.create({
        name: `token ${n}`,
        permissions: ["inspections.view"],
      });
      const { id, name, permissions, created_at, secret_issued_at, service_user_id } = token;
      states.push({
        ...{ id, name, permissions, created_at, secret_issued_at, service_user_id },
        organization: `o${organization}`,
        organization_id: token.organisation_id,
        inactivity_expiry_days: token.inactivity_expiry_days,
        all_permissions: false,
        enabled: true,
        status: "active",
        on_destroy: "delete",
        adopt: "never",
        secret_storage: "state",
        secret: secret.reveal(),
        secret_version: 1,
        secret_fingerprint: secret.fingerprint(),
      });
    }
    all.push(states);
    await client.close();
  }
  await root.close();
  return all;
}

const ADDRESS = "registry.terraform.io/safetyculture-tokens/safetyculture";

const resource = (name: string, provider: string, states: readonly Record<string, unknown>[]) => ({
  mode: "managed",
  type: "safetyculture_service_user_token",
  name,
  provider,
  instances: states.map((attributes, index) => ({ index_key: index, schema_version: 0, attributes })),
});

/** A folder with a configuration, its state and its API tokens. */
async function workspaceOf(
  server: MockServer,
  configuration: string,
  resources: readonly unknown[],
): Promise<Workspace> {
  const workspace = Workspace.withPlugin({ SAFETYCULTURE_API_URL: server.url });
  workspace.configure(configuration);
  const tokens = server.organizations.map(({ apiToken }) => apiToken);
  workspace.configure(JSON.stringify({ api_tokens: tokens }), "terraform.tfvars.json");
  const state = { version: 4, terraform_version: "1.11.0", serial: 1, lineage: "scale", resources };
  writeFileSync(join(workspace.directory, "terraform.tfstate"), JSON.stringify(state));
  const { exitCode, output } = await workspace.run("init");
  if (exitCode !== 0) throw new Error(output);
  return workspace;
}

async function measure(
  what: string,
  server: MockServer,
  workspace: Workspace,
  expected: number,
): Promise<void> {
  server.journal.clear();
  const started = process.hrtime.bigint();
  const terraform = workspace.start({}, "plan", "-detailed-exitcode");
  const memory = watchMemory(terraform.pid);
  const exitCode = await terraform.exitCode;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (exitCode !== 0) throw new Error(terraform.output.slice(-2_000));
  const requests = server.journal.entries().length;
  const { own, child } = memory();
  console.log(
    `${what}: plan ${seconds.toFixed(1)} s, ${requests} requests (at most ${expected}), plugin ${child.toFixed(0)} MB ` +
      `(at most 120), Terraform ${own.toFixed(0)} MB`,
  );
}

export async function run(): Promise<void> {
  const seed = (count: number) => ({
    organizations: Array.from({ length: count }, (_, index) => ({
      name: `Organization ${index}`,
      users: [{ firstname: "Ada", permissions: "all" as const }],
    })),
  });
  for (const [organizations, isAliased] of [
    [ORGANIZATIONS, false],
    [ALIASES, false],
    [ALIASES, true],
  ] as const) {
    await using server = await startMockServer({ port: 0, seed: seed(organizations) });
    const states = await populate(server);
    const resources = isAliased
      ? states.map((own, index) =>
          resource(
            `o${index}`,
            `provider["${ADDRESS}"].o${index}`,
            own.map((state) => ({ ...state, organization: null })),
          ),
        )
      : [resource("this", `provider["${ADDRESS}"]`, states.flat())];
    const configuration = isAliased ? aliases(organizations) : one(organizations);
    const workspace = await workspaceOf(server, configuration, resources);
    try {
      const how = isAliased ? "one alias each" : "one provider";
      const size = `${organizations} organizations of ${TOKENS_EACH} tokens, ${how}`;
      await measure(size, server, workspace, organizations + 1);
    } finally {
      workspace.remove();
    }
  }
}
