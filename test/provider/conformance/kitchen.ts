import { createProviderServer } from "../../../provider/src/framework/index.js";
import { encodeMsgpack, type ObjectValue, type Value } from "../../../provider/src/wire/index.js";
import { kitchen } from "../fixtures/kitchen/provider.js";
import { World } from "../fixtures/kitchen/world.js";
import { Core } from "./core/core.js";
import { inProcess } from "./core/rpc-client.js";

/** The kitchen with a core in front of it and the world behind it. */
export interface Scene {
  readonly core: Core;
  readonly world: World;
  readonly log: string[];
}

export async function startKitchen(
  typeName = "kitchen_dish",
  env: NodeJS.ProcessEnv = { TF_LOG: "TRACE" },
): Promise<Scene> {
  const world = new World();
  const log: string[] = [];
  const server = createProviderServer(kitchen(world), env, {
    now: () => new Date("2026-01-02T03:04:05.678Z"),
    requestId: () => "request-1",
    writeLog: (line) => log.push(line),
  });
  const core = await Core.start(inProcess(server), typeName);
  return { core, world, log };
}

/** A configuration with null, or no blocks, for all that is left out. */
export function config(core: Core, given: Record<string, Value>): ObjectValue {
  const repeated = [...core.block.blocks].filter(([, { nesting }]) => nesting !== "single");
  const names = typeof core.type !== "string" && "object" in core.type ? Object.keys(core.type.object) : [];
  return {
    ...Object.fromEntries(names.map((name) => [name, null])),
    ...Object.fromEntries(repeated.map(([name]) => [name, []])),
    ...given,
  };
}

/** A configuration for the creation of an object, as the messages of validation and plan carry it. */
export function written(core: Core, wanted: ObjectValue) {
  const encoded = { msgpack: Buffer.from(encodeMsgpack(wanted, core.type)) };
  return {
    config: encoded,
    proposedNewState: encoded,
    priorState: { msgpack: Buffer.from(encodeMsgpack(null, core.type)) },
  };
}
