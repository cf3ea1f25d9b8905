import { describe, expect, it } from "vitest";
import {
  attribute,
  createProviderServer,
  DiagnosticError,
  defineProvider,
  defineResource,
  timeouts,
} from "../../../provider/src/framework/index.js";
import { encodeMsgpack, type Type, unknown, type Value } from "../../../provider/src/wire/index.js";
import { inProcess, type RpcClient, rpcClient } from "../conformance/core/rpc-client.js";

// One provider, several connections: each has its own client and its own work.

const PROVIDER: Type = { object: { region: "string" } };
const THING: Type = {
  object: { name: "string", region: "string", timeouts: { object: { create: "string" } } },
};

interface Client {
  readonly region: string;
  readonly closed: string[];
}

/** A promise, and the way to fulfil it. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

function serve(expected: number) {
  const closed: string[] = [];
  const signals = new Map<string, AbortSignal>();
  const opened = signal();
  const arrived = signal();
  const thing = defineResource({
    name: "thing",
    schema: {
      description: "A thing.",
      attributes: {
        name: attribute.string("required", { description: "Its name." }),
        region: attribute.string("computed", { description: "Where it is." }),
        timeouts: timeouts({ create: "1h" }),
      },
    },
    async create({ plan, client, signal: stop }) {
      const { region } = client as Client;
      const name = String(plan.name);
      signals.set(`${name} in ${region}`, stop);
      if (signals.size === expected) arrived.give();
      if (name === "quick") return { name, region, timeouts: null };
      const aborted = new Promise((_resolve, reject) => {
        stop.addEventListener("abort", () => reject(stop.reason));
      });
      await Promise.race([opened.given, aborted]);
      return { name, region, timeouts: plan.timeouts as never };
    },
    read: async ({ state }) => state,
    update: async ({ prior }) => prior,
    delete: async () => undefined,
  });
  const server = createProviderServer(
    defineProvider({
      name: "demo",
      version: "1",
      schema: {
        description: "Demo.",
        attributes: { region: attribute.string("optional", { description: "Where." }) },
      },
      configure: async ({ config }): Promise<Client> => {
        if (config.region === "nowhere") throw new DiagnosticError("No such region", "nowhere is none.");
        return { region: String(config.region), closed };
      },
      close: async (client) => {
        closed.push((client as Client).region);
      },
      resources: [thing],
      dataSources: [],
    }),
    {},
  );
  return { server, closed, signals, arrived: arrived.given, open: opened.give };
}

const write = (value: Value, type: Type) => ({ msgpack: Buffer.from(encodeMsgpack(value, type)) });

const configure = (client: RpcClient, region: string) =>
  client.configureProvider({ config: write({ region }, PROVIDER) });

const create = (client: RpcClient, name: string, limit: string | null = null) =>
  client.applyResourceChange({
    typeName: "demo_thing",
    priorState: write(null, THING),
    plannedState: write(
      { name, region: unknown, timeouts: limit === null ? null : { create: limit } },
      THING,
    ),
    config: write({ name, region: null, timeouts: limit === null ? null : { create: limit } }, THING),
  });

const summaries = async (answer: ReturnType<typeof create>): Promise<(string | undefined)[]> =>
  ((await answer).diagnostics ?? []).map(({ summary }) => summary);

describe("connections to one provider", () => {
  it("have a client each, and work at the same time", async () => {
    const { server, signals, arrived, open } = serve(20);
    const clients = await Promise.all(
      ["east", "west"].map(async (region) => {
        const client = rpcClient(inProcess(server, { region }));
        await configure(client, region);
        return client;
      }),
    );
    const work = clients.flatMap((client) =>
      Array.from({ length: 10 }, (_, index) => create(client, `thing-${index}`)),
    );
    // Every one of them has begun before the first one ends.
    await arrived;
    open();
    const answers = await Promise.all(work);
    expect(answers.flatMap(({ diagnostics = [] }) => diagnostics)).toEqual([]);
    expect([...signals.keys()].filter((key) => key.endsWith("east"))).toHaveLength(10);
  });

  it("are stopped one by one, and can go on afterwards", async () => {
    const { server, arrived, open } = serve(2);
    const east = rpcClient(inProcess(server, { name: "east" }));
    const west = rpcClient(inProcess(server, { name: "west" }));
    await configure(east, "east");
    await configure(west, "west");
    const [inEast, inWest] = [create(east, "thing"), create(west, "thing")];
    await arrived;
    expect(await east.stopProvider({})).toEqual({ Error: "" });
    expect(await summaries(inEast)).toEqual(["Stopped"]);
    open();
    expect(await summaries(inWest)).toEqual([]);
    expect(await summaries(create(east, "quick"))).toEqual([]);
  });

  it("take their client with them when they end, and not before their work has", async () => {
    const { server, closed, arrived } = serve(1);
    const connection = { name: "east" };
    const client = rpcClient(inProcess(server, connection));
    await configure(client, "east");
    const work = create(client, "thing");
    await arrived;
    await server.release(connection);
    expect(await summaries(work)).toEqual(["Stopped"]);
    expect(closed).toEqual(["east"]);
    await server.stop();
    expect(closed).toEqual(["east"]);
  });

  it("close the client that a new configuration replaces", async () => {
    const { server, closed } = serve(1);
    const client = rpcClient(inProcess(server));
    await configure(client, "east");
    await configure(client, "west");
    expect(closed).toEqual(["east"]);
    await server.stop();
    expect(closed).toEqual(["east", "west"]);
  });

  it("that are not configured, or wrongly, can do nothing but describe and validate", async () => {
    const { server } = serve(1);
    const client = rpcClient(inProcess(server));
    expect(await summaries(create(client, "quick"))).toEqual(["Provider not configured"]);
    expect((await configure(client, "nowhere")).diagnostics).toMatchObject([{ summary: "No such region" }]);
    expect(await summaries(create(client, "quick"))).toEqual(["Provider not configured"]);
    expect((await client.getProviderSchema({})).diagnostics).toEqual([]);
  });

  it("end the work of a call that is given up", async () => {
    const { server, arrived } = serve(1);
    const connection = {};
    await configure(rpcClient(inProcess(server, connection)), "east");
    const gone = new AbortController();
    const cancellable = rpcClient((method, request) => {
      const rpc = server.rpc(method);
      if (!rpc) throw new Error(method);
      return rpc(request, connection, gone.signal);
    });
    const work = create(cancellable, "thing");
    await arrived;
    gone.abort();
    expect(await summaries(work)).toHaveLength(1);
  });
});

describe("an operation with a time limit", () => {
  it("is ended by it, and says how to give it longer", async () => {
    const { server } = serve(1);
    const client = rpcClient(inProcess(server));
    await configure(client, "east");
    const { diagnostics } = await create(client, "thing", "20ms");
    expect(diagnostics).toMatchObject([{ summary: "Timed out" }]);
    expect(diagnostics?.[0]?.detail).toContain("The create operation took longer than 0.02 seconds");
    expect(diagnostics?.[0]?.detail).toContain("timeouts = { create =");
  });

  it("is ended by Terraform's stop as well", async () => {
    const { server, arrived } = serve(1);
    const client = rpcClient(inProcess(server));
    await configure(client, "east");
    const work = create(client, "thing", "1h");
    await arrived;
    await client.stopProvider({});
    expect(await summaries(work)).toEqual(["Stopped"]);
  });
});
