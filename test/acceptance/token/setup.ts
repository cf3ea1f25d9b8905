import { type MockServer, startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { load } from "../../../provider/src/load.js";
import { type Reattachable, serveReattachable } from "../../../provider/src/transport/reattach.js";
import { pluginForm } from "../../provider/plugin-file.js";
import { type Outcome, registryHost, Workspace } from "../terraform.js";

const ADDRESS = `${registryHost}/safetyculture-tokens/safetyculture`;

const header = (settings: string): string => `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}

provider "safetyculture" {
  ${settings}
}
`;

/** A mock server, and a Terraform folder whose provider talks to it. */
export class Scene {
  readonly server: MockServer;
  /** Acts behind Terraform's back, as a person in the web app would. */
  readonly api: SafetyCultureClient;
  readonly workspace: Workspace;
  readonly #provider: Reattachable | undefined;
  /** What a reattached provider sees as its environment. */
  readonly environment: NodeJS.ProcessEnv;

  private constructor(
    server: MockServer,
    workspace: Workspace,
    environment: NodeJS.ProcessEnv,
    provider?: Reattachable,
  ) {
    this.server = server;
    this.environment = environment;
    this.workspace = workspace;
    this.#provider = provider;
    this.api = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken, pacing: false });
  }

  /** A scene in which Terraform connects to a provider that is served already, which is several times as quick. */
  static async reattached({ organizations = 1 }: { organizations?: number } = {}): Promise<Scene> {
    // An executable is a process of its own.
    if (pluginForm === "executable") return Scene.launched({ organizations });
    const { server, environment } = await Scene.#server(organizations);
    const provider = await serveReattachable({ protocolVersion: 6, load: async () => load(environment) });
    const workspace = Workspace.empty({ TF_REATTACH_PROVIDERS: provider.reattachConfig(ADDRESS) });
    return new Scene(server, workspace, environment, provider);
  }

  static async #server(organizations = 1) {
    const server = await startMockServer({
      port: 0,
      clock: { now: "2026-01-01T00:00:00Z", frozen: true },
      ...(organizations === 1
        ? {}
        : { seed: { organizations: Array.from({ length: organizations }, nameOf) } }),
    });
    const environment: NodeJS.ProcessEnv = {
      SAFETYCULTURE_API_URL: server.url,
      SAFETYCULTURE_API_TOKEN: server.apiToken,
    };
    return { server, environment };
  }

  /** A scene in which Terraform launches the packaged plugin, after `terraform init`. */
  static async launched({ organizations = 1 }: { organizations?: number } = {}): Promise<Scene> {
    const { server, environment } = await Scene.#server(organizations);
    const scene = new Scene(server, Workspace.withPlugin(environment), environment);
    const { workspace } = scene;
    scene.configure("");
    const { exitCode, output } = await workspace.run("init");
    if (exitCode !== 0) throw new Error(output);
    return scene;
  }

  /** Replaces the configuration, with these settings in the provider block. */
  configure(hcl: string, settings = ""): void {
    this.workspace.configure(header(settings) + hcl);
  }

  /** Does something while a reattached provider sees further variables in its environment. */
  async withEnvironment<T>(variables: NodeJS.ProcessEnv, run: () => Promise<T>): Promise<T> {
    const before = { ...this.environment };
    Object.assign(this.environment, variables);
    try {
      return await run();
    } finally {
      for (const name of Object.keys(variables)) {
        const value = before[name];
        if (value === undefined) delete this.environment[name];
        else this.environment[name] = value;
      }
    }
  }

  plan(...args: string[]): Promise<Outcome> {
    return this.workspace.run("plan", "-detailed-exitcode", ...args);
  }

  /** Applies, and fails with Terraform's output when that fails. */
  async apply(...args: string[]): Promise<string> {
    const { exitCode, output } = await this.tryApply(...args);
    if (exitCode !== 0) throw new Error(output);
    return output;
  }

  tryApply(...args: string[]): Promise<Outcome> {
    return this.workspace.run("apply", "-auto-approve", ...args);
  }

  async destroy(): Promise<string> {
    const { exitCode, output } = await this.workspace.run("destroy", "-auto-approve");
    if (exitCode !== 0) throw new Error(output);
    return output;
  }

  /** The tokens that the server has now, oldest first. */
  async tokens() {
    return (await this.api.serviceUserTokens.list().all()).items;
  }

  /** The attributes of a resource in the state. */
  attributes(address: string): Record<string, unknown> {
    const [type, name] = address.split(".");
    const state = JSON.parse(this.workspace.state()) as {
      resources: { type: string; name: string; instances: { attributes: Record<string, unknown> }[] }[];
    };
    const resource = state.resources.find((candidate) => candidate.type === type && candidate.name === name);
    const attributes = resource?.instances[0]?.attributes;
    if (!attributes) throw new Error(`the state has no ${address}`);
    return attributes;
  }

  async close(): Promise<void> {
    this.workspace.remove();
    await this.#provider?.close();
    await this.api.close();
    await this.server.close();
  }
}

const nameOf = (_: unknown, index: number) => ({
  name: `Organization ${index + 1}`,
  users: [{ firstname: "Ada", permissions: "all" as const }],
});

/** Exit codes of `terraform plan -detailed-exitcode`. */
export const EMPTY = 0;
export const FAILED = 1;
export const CHANGES = 2;
