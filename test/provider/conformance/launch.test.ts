import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Bundle, bundleKitchen } from "./bundle.js";
import { createClientIdentity } from "./client/certificate.js";
import { GrpcFailure, type PluginConnection } from "./client/connection.js";
import { LaunchedPlugin, type LaunchOptions } from "./client/launch.js";
import { Core, isError } from "./core/core.js";
import { overConnection, rpcClient } from "./core/rpc-client.js";
import { config, written } from "./kitchen.js";

// A plugin process, started and spoken to as Terraform does it.

let bundle: Bundle;
const plugins: LaunchedPlugin[] = [];

beforeAll(async () => {
  bundle = await bundleKitchen();
});
afterEach(async () => {
  await Promise.all(plugins.splice(0).map((plugin) => plugin.kill()));
});
afterAll(() => bundle.remove());

/** A plugin with a folder of its own for temporary files. */
async function start(options: LaunchOptions = {}): Promise<LaunchedPlugin & { leftovers(): string[] }> {
  const folder = bundle.temporary();
  const plugin = await LaunchedPlugin.start(bundle.command, {
    ...options,
    env: { TMPDIR: folder, ...options.env },
  });
  plugins.push(plugin);
  return Object.assign(plugin, { leftovers: () => readdirSync(folder) });
}

const EMPTY = new Uint8Array();
const shutdown = (connection: PluginConnection): Promise<Buffer> =>
  connection.call("/plugin.GRPCController/Shutdown", EMPTY);

describe("a plugin that is started by hand", () => {
  it.each([undefined, "another cookie"])("with the cookie %s says what it is and ends", async (cookie) => {
    const plugin = await start({ env: { TF_PLUGIN_MAGIC_COOKIE: cookie } });
    expect(plugin.line).toBe("");
    expect(await plugin.exited).toEqual({ code: 1, signal: null });
    expect(plugin.stderr).toBe("This is a Terraform provider. Terraform starts it by itself.\n");
    expect(plugin.leftovers()).toEqual([]);
  });
});

describe("a plugin that Terraform launches", () => {
  it("announces protocol 6, a unix socket and its certificate, answers its launcher and ends when told to", async () => {
    const plugin = await start();
    const [core, protocol, network, address, kind, certificate] = plugin.fields;
    expect([core, protocol, network, kind]).toEqual(["1", "6", "unix", "grpc"]);
    expect(address).toMatch(/\/tmp-\w+\/plugin\w+\/s$/);
    expect(certificate).toMatch(/^[A-Za-z0-9+/]+$/);

    const connection = await plugin.connect();
    connection.hold("/plugin.GRPCStdio/StreamStdio");
    connection.hold("/plugin.GRPCBroker/StartStream");
    const { resourceSchemas } = await rpcClient(overConnection(connection)).getProviderSchema({});
    expect(Object.keys(resourceSchemas ?? {})).toEqual(["kitchen_dish", "kitchen_plate"]);
    expect(await shutdown(connection)).toHaveLength(0);
    expect(await plugin.exited).toEqual({ code: 0, signal: null });
    expect(plugin.leftovers()).toEqual([]);
  });

  it.each([
    ["without a certificate", {}],
    ["with another certificate", { identity: createClientIdentity() }],
  ])("hangs up on a client %s, and goes on for its launcher", async (_name, identity) => {
    const plugin = await start();
    const outcome = await plugin
      .connect({ identity: undefined as never, ...identity })
      .then((connection) => rpcClient(overConnection(connection)).getProviderSchema({}))
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Error);
    const connection = await plugin.connect();
    expect((await rpcClient(overConnection(connection)).getMetadata({})).resources).toHaveLength(2);
  });

  it("speaks without TLS when Terraform switched it off, and announces no certificate", async () => {
    const plugin = await start({ tls: false });
    expect(plugin.fields[5]).toBe("");
    const connection = await plugin.connect("off");
    expect((await rpcClient(overConnection(connection)).getMetadata({})).resources).toHaveLength(2);
  });

  it("says that it does not know what newer versions of Terraform may ask", async () => {
    const connection = await (await start()).connect();
    for (const method of ["ListResource", "PlanAction", "InvokeAction", "UpgradeResourceIdentity"]) {
      const outcome = await connection
        .call(`/tfplugin6.Provider/${method}`, EMPTY)
        .catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(GrpcFailure);
      expect(outcome).toMatchObject({ code: 12 });
    }
  });

  it("keeps standard output for the handshake, whatever its code prints", async () => {
    const plugin = await start({ env: { KITCHEN_NOISE: "1" } });
    const connection = await plugin.connect();
    expect((await rpcClient(overConnection(connection)).getMetadata({})).resources).toHaveLength(2);
    expect(plugin.line).toMatch(/^1\|6\|unix\|/);
    await shutdown(connection);
    await plugin.exited;
    expect(plugin.stderr).toContain("noise from console.log");
  });

  it("goes on when nobody reads what it writes any more", async () => {
    const plugin = await start({ env: { TF_LOG: "TRACE" } });
    const connection = await plugin.connect();
    plugin.process.stdout?.destroy();
    plugin.process.stderr?.destroy();
    const client = rpcClient(overConnection(connection));
    for (let request = 0; request < 5; request++) {
      expect((await client.getMetadata({})).resources).toHaveLength(2);
    }
    await shutdown(connection);
    expect(await plugin.exited).toEqual({ code: 0, signal: null });
    expect(plugin.leftovers()).toEqual([]);
  });

  it("carries a value of 30 MB from the plan to the state", async () => {
    const connection = await (await start()).connect();
    const core = await Core.start(overConnection(connection), "kitchen_dish");
    const note = "30 MB of text. ".repeat(2 << 20);
    const { config: encoded, priorState } = written(core, config(core, { name: "soup", note }));
    const { newState, diagnostics } = await core.client.applyResourceChange({
      typeName: "kitchen_dish",
      priorState,
      plannedState: encoded,
      config: encoded,
    });
    expect(diagnostics?.filter(isError).map(({ summary }) => summary)).toEqual([
      "Result differs from the plan",
    ]);
    expect(newState?.msgpack?.length).toBeGreaterThan(30 << 20);
  });

  it("answers the work that is under way when its code fails outside of any request, and then ends", async () => {
    const plugin = await start({ env: { TF_LOG: "INFO" } });
    const core = await Core.start(overConnection(await plugin.connect()), "kitchen_dish");
    const [slow, crash] = [config(core, { name: "slow" }), config(core, { name: "crash" })];
    const work = core.apply(await core.plan(slow, undefined), slow, undefined);
    await plugin.stderrSays("waiting for the oven");
    await core.apply(await core.plan(crash, undefined), crash, undefined);
    expect(await work).toMatchObject({
      object: { value: { id: "dish-1" } },
      diagnostics: [{ summary: "Stopped" }],
    });
    expect(await plugin.exited).toEqual({ code: 1, signal: null });
    expect(plugin.stderr).toMatch(/\[ERROR\] the plugin failed outside of any request: TypeError\n\s+at /);
    expect(plugin.stderr).not.toContain("secret of the crash");
    expect(plugin.leftovers()).toEqual([]);
  });
});

describe("an interrupted plugin", () => {
  it("ignores SIGINT, ends its work when Terraform asks, and goes on", async () => {
    const plugin = await start({ env: { TF_LOG: "INFO" } });
    const connection = await plugin.connect();
    const core = await Core.start(overConnection(connection), "kitchen_dish");
    const wanted = config(core, { name: "slow" });
    const work = core.apply(await core.plan(wanted, undefined), wanted, undefined);
    await plugin.stderrSays("waiting for the oven");
    plugin.process.kill("SIGINT");
    await core.client.stopProvider({});
    const { object, diagnostics } = await work;
    expect(diagnostics).toMatchObject([{ summary: "Stopped" }]);
    expect(object).toMatchObject({ isTainted: true, value: { name: "slow", id: "dish-1" } });

    const next = config(core, { name: "soup" });
    expect((await core.apply(await core.plan(next, undefined), next, undefined)).diagnostics).toEqual([]);
  });

  it("ends itself when its launcher is gone, also in the middle of work, and leaves no socket", async () => {
    const plugin = await start({ env: { TF_LOG: "INFO" } });
    const connection = await plugin.connect();
    const core = await Core.start(overConnection(connection), "kitchen_dish");
    const wanted = config(core, { name: "slow" });
    const work = core
      .apply(await core.plan(wanted, undefined), wanted, undefined)
      .catch((error: unknown) => error);
    await plugin.stderrSays("waiting for the oven");
    await connection.close();
    expect(await work).toBeInstanceOf(Error);
    expect(await plugin.exited).toEqual({ code: 0, signal: null });
    expect(plugin.leftovers()).toEqual([]);
  });

  it("ends on SIGTERM, and leaves no socket", async () => {
    const plugin = await start();
    const connection = await plugin.connect();
    await rpcClient(overConnection(connection)).getMetadata({});
    plugin.process.kill("SIGTERM");
    expect(await plugin.exited).toEqual({ code: 0, signal: null });
    expect(plugin.leftovers()).toEqual([]);
  });
});
