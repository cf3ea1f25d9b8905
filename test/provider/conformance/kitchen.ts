import { createProviderServer } from "../../../provider/dist/framework/index.js";
import { type ObjectValue, type Type, unknown, type Value } from "../../../provider/dist/wire/index.js";
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
  return completed(
    core.type,
    given,
    [...core.block.blocks].filter(([, { nesting }]) => nesting !== "single").map(([name]) => name),
  );
}

function completed(type: Type, given: Record<string, Value>, blocks: readonly string[]): ObjectValue {
  const names = typeof type !== "string" && "object" in type ? Object.keys(type.object) : [];
  return Object.fromEntries(names.map((name) => [name, given[name] ?? (blocks.includes(name) ? [] : null)]));
}

export { unknown };
