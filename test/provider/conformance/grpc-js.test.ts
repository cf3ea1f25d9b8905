import * as grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProviderServer } from "../../../provider/src/framework/index.js";
import { providerServices } from "../../../provider/src/provider-services.js";
import { type Reattachable, serveReattachable } from "../../../provider/src/transport/reattach.js";
import { kitchen } from "../fixtures/kitchen/provider.js";
import { World } from "../fixtures/kitchen/world.js";
import { Core } from "./core/core.js";
import type { Transport } from "./core/rpc-client.js";
import { config } from "./kitchen.js";

// The provider over gRPC as an implementation speaks it that is not ours.

let served: Reattachable;
let client: grpc.Client;
const world = new World();

beforeAll(async () => {
  served = await serveReattachable({
    protocolVersion: 6,
    load: async () => providerServices(createProviderServer(kitchen(world), {})),
  });
  const reattach = JSON.parse(served.reattachConfig("kitchen")) as { kitchen: { Addr: { String: string } } };
  client = new grpc.Client(`unix:${reattach.kitchen.Addr.String}`, grpc.credentials.createInsecure());
});
afterAll(async () => {
  client.close();
  await served.close();
});

const transport: Transport = (method, message) =>
  new Promise((resolve, reject) => {
    const same = (content: Buffer): Buffer => content;
    client.makeUnaryRequest(
      `/tfplugin6.Provider/${method}`,
      same,
      same,
      Buffer.from(message),
      { deadline: Date.now() + 600_000 },
      (error, response) => (error ? reject(error) : resolve(response ?? new Uint8Array())),
    );
  });

describe("the provider, spoken to by grpc-js", () => {
  it("plans and creates", async () => {
    const core = await Core.start(transport, "kitchen_dish");
    const wanted = config(core, { name: "soup" });
    const { object } = await core.apply(await core.plan(wanted, undefined), wanted, undefined);
    expect(object?.value).toMatchObject({ name: "soup", id: "dish-1" });
  });

  it("answers many requests at once", async () => {
    const core = await Core.start(transport, "kitchen_dish");
    const plans = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        core.plan(config(core, { name: `dish ${number}` }), undefined),
      ),
    );
    expect(plans.map(({ planned }) => (planned as { name: string }).name)).toEqual(
      Array.from({ length: 50 }, (_, number) => `dish ${number}`),
    );
  });

  it("says that it does not know a method", async () => {
    await expect(transport("PlanAction", new Uint8Array())).rejects.toMatchObject({
      code: grpc.status.UNIMPLEMENTED,
    });
  });

  it("takes its client with it when the connection ends", async () => {
    const closed = (): number => world.events.filter((event) => event === "close the kitchen of ada").length;
    const before = closed();
    client.close();
    await expect.poll(closed).toBe(before + 1);
  });
});
