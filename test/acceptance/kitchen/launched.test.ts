import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary, Workspace } from "../terraform.js";
import { EMPTY, HEADER } from "./setup.js";

// Terraform launches the plugin itself, with everything that it does around it.

const ENTRY = fileURLToPath(new URL("../../provider/fixtures/kitchen/main.ts", import.meta.url));
const dish = (name: string): string => `resource "kitchen_dish" "this" {\n  name = "${name}"\n}\n`;

describe.skipIf(terraformBinary === undefined)("a provider that Terraform launches", () => {
  let workspace: Workspace;
  const configure = (hcl: string): void => workspace.configure(HEADER + hcl);
  /** Sockets of plugins that have not been removed. */
  const sockets = (): string[] =>
    readdirSync(join(workspace.root, "tmp")).filter((name) => name.startsWith("plugin"));
  beforeAll(async () => {
    workspace = await Workspace.withProvider("kitchen", ENTRY);
    configure("");
    expect(await workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => workspace.remove());

  it("is planned, applied and destroyed over mutual TLS, and leaves no socket", async () => {
    configure(dish("soup"));
    expect((await workspace.run("apply", "-auto-approve")).output).toContain("1 added");
    expect((await workspace.run("plan", "-detailed-exitcode")).exitCode).toBe(EMPTY);
    expect((await workspace.run("destroy", "-auto-approve")).output).toContain("1 destroyed");
    expect(sockets()).toEqual([]);
  });

  it.each([
    ["without TLS", { TF_DISABLE_PLUGIN_TLS: "1" }],
    ["whatever its code prints", { KITCHEN_NOISE: "1" }],
  ])("is planned %s", async (_name, environment) => {
    const { output } = await workspace.runWith(environment, "plan");
    expect(output).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
  });

  it("has its log shown at the right levels, with its secrets masked", async () => {
    configure(`provider "kitchen" {\n  chef = "bob"\n  key  = "key-of-the-kitchen"\n}\n${dish("soup")}`);
    const { output } = await workspace.runWith({ TF_LOG_PROVIDER: "TRACE" }, "plan");
    // The order of the fields is Terraform's.
    const line = (level: string, message: string): string | undefined => {
      const start = new RegExp(
        `\\[${level}\\] +provider\\.terraform-provider-kitchen_v0\\.0\\.1: ${message}:`,
      );
      return output.split("\n").find((text) => start.test(text));
    };
    expect(line("INFO", "the kitchen is open")).toMatch(/(?=.*chef=bob)(?=.*key="\*\*\*")/);
    expect(line("TRACE", "received request")).toContain("tf_rpc=GetProviderSchema");
    expect(output).not.toContain("key-of-the-kitchen");
    const quiet = await workspace.runWith({ TF_LOG_PROVIDER: "WARN" }, "plan");
    expect(quiet.output).not.toContain("the kitchen is open");
    const json = await workspace.runWith({ TF_LOG: "JSON", TF_LOG_CORE: "OFF" }, "plan");
    expect(json.output).toMatch(/"@level":"info","@message":"the kitchen is open"/);
  });

  it("is interrupted by Ctrl-C in the middle of a create, whose object stays known", async () => {
    configure(dish("slow"));
    const running = workspace.start({ TF_LOG_PROVIDER: "INFO" }, "apply", "-auto-approve");
    await running.says(/waiting for the oven/);
    running.interrupt();
    expect(await running.exitCode).toBe(1);
    expect(running.output).toContain("Terraform was interrupted; run it again to finish the change.");
    expect(workspace.state()).toContain('"status": "tainted"');
    expect(sockets()).toEqual([]);
    configure("");
    expect((await workspace.run("apply", "-auto-approve")).output).toContain("1 destroyed");
  });

  it("ends itself when Terraform is killed, and leaves no socket", async () => {
    configure(dish("slow"));
    const running = workspace.start({ TF_LOG_PROVIDER: "DEBUG" }, "apply", "-auto-approve", "-lock=false");
    await running.says(/waiting for the oven/);
    const started = [...running.output.matchAll(/plugin started: .*pid=(\d+)/g)];
    const pid = Number(started.at(-1)?.[1]);
    expect(isRunning(pid)).toBe(true);
    running.kill();
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(sockets()).toEqual([]);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
