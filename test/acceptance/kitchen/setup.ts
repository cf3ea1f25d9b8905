import { createProviderServer } from "../../../provider/src/framework/index.js";
import { providerServices } from "../../../provider/src/provider-services.js";
import { type Reattachable, serveReattachable } from "../../../provider/src/transport/reattach.js";
import { kitchen } from "../../provider/fixtures/kitchen/provider.js";
import { World } from "../../provider/fixtures/kitchen/world.js";
import { type Outcome, Workspace } from "../terraform.js";

const ADDRESS = "registry.terraform.io/example/kitchen";

export const HEADER = `terraform {
  required_providers {
    kitchen = { source = "example/kitchen" }
  }
}
`;

/** Real Terraform, connected to a provider in this process that uses every feature of the framework. */
export class KitchenScene {
  readonly log: string[] = [];

  private constructor(
    readonly workspace: Workspace,
    readonly world: World,
    readonly provider: Reattachable,
    log: string[],
  ) {
    this.log = log;
  }

  static async start(): Promise<KitchenScene> {
    const world = new World();
    const log: string[] = [];
    const provider = await serveReattachable({
      protocolVersion: 6,
      load: async () =>
        providerServices(
          createProviderServer(kitchen(world), { TF_LOG: "TRACE" }, { writeLog: (line) => log.push(line) }),
        ),
    });
    const workspace = Workspace.empty({ TF_REATTACH_PROVIDERS: provider.reattachConfig(ADDRESS) });
    return new KitchenScene(workspace, world, provider, log);
  }

  configure(hcl: string): void {
    this.workspace.configure(HEADER + hcl);
  }

  plan(...args: string[]): Promise<Outcome> {
    return this.workspace.run("plan", "-detailed-exitcode", ...args);
  }

  tryApply(...args: string[]): Promise<Outcome> {
    return this.workspace.run("apply", "-auto-approve", ...args);
  }

  /** Applies, and fails with Terraform's output when that fails. */
  async apply(...args: string[]): Promise<string> {
    const { exitCode, output } = await this.tryApply(...args);
    if (exitCode !== 0) throw new Error(output);
    return output;
  }

  async destroy(): Promise<string> {
    const { exitCode, output } = await this.workspace.run("destroy", "-auto-approve");
    if (exitCode !== 0) throw new Error(output);
    return output;
  }

  /** What the state has of a resource: its attributes, and whether it is tainted. */
  stored(
    address: string,
  ): { readonly attributes: Record<string, unknown>; readonly status?: string } | undefined {
    const [type, name] = address.split(".");
    const state = JSON.parse(this.workspace.state()) as {
      resources: {
        type: string;
        name: string;
        instances: { attributes: Record<string, unknown>; status?: string }[];
      }[];
    };
    return state.resources.find((candidate) => candidate.type === type && candidate.name === name)
      ?.instances[0];
  }

  async close(): Promise<void> {
    this.workspace.remove();
    await this.provider.close();
  }
}

/** Exit codes of `terraform plan -detailed-exitcode`. */
export const EMPTY = 0;
export const FAILED = 1;
export const CHANGES = 2;
