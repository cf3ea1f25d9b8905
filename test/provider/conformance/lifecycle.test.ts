import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attributes,
  createProviderServer,
  defineProvider,
  defineResource,
} from "../../../provider/src/framework/index.js";
import { type Value, valuesEqual } from "../../../provider/src/wire/index.js";
import { runs } from "../wire/arbitraries.js";
import { anyConfig, withUnknowns } from "./configurations.js";
import { Core, ProviderErrors } from "./core/core.js";
import { inProcess } from "./core/rpc-client.js";
import { settle } from "./fake-resource.js";
import { anySchema, isRestless } from "./schemas.js";

/** Answers in turn from a list, again and again. */
function cycle(answers: readonly boolean[]): () => boolean {
  let index = 0;
  return () => answers[index++ % answers.length] ?? false;
}

function providerOf(attributes: Attributes, decide: () => boolean) {
  const thing = defineResource({
    name: "thing",
    schema: { description: "A thing.", attributes },
    create: async ({ plan }) => settle(attributes, plan as Value, decide) as never,
    read: async ({ state }) => state,
    update: async ({ plan }) => settle(attributes, plan as Value, decide) as never,
    delete: async () => undefined,
  });
  return defineProvider({
    name: "random",
    version: "0.0.1",
    schema: { description: "Random.", attributes: {} },
    configure: async () => ({}),
    resources: [thing],
    dataSources: [],
  });
}

const schemaAndConfigs = anySchema.chain((attributes) =>
  fc.tuple(
    fc.constant(attributes),
    anyConfig(attributes),
    anyConfig(attributes),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 9 }),
  ),
);

/** Passes over configurations of sets whose elements become the same by defaults, which users are told of. */
async function unlessRepeated<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    fc.pre(!(error instanceof ProviderErrors && error.message.includes("Element given twice")));
    throw error;
  });
}

describe("a resource of any schema, under a core that checks every answer", () => {
  it("lives from its creation to its end: planned, applied, read, planned empty, changed and destroyed", async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndConfigs, async ([attributes, first, second, answers]) => {
        const decide = cycle(answers);
        const server = createProviderServer(providerOf(attributes, cycle(answers)), {});
        const core = await Core.start(inProcess(server), "random_thing");
        let stored: Parameters<Core["plan"]>[1];
        for (const config of [first, second]) {
          const early = await unlessRepeated(core.plan(withUnknowns(attributes, config, decide), stored));
          const change = early.action === "no-op" ? await unlessRepeated(core.plan(config, stored)) : early;
          const applied = await unlessRepeated(core.apply(change, config, stored));
          expect(applied.diagnostics).toEqual([]);
          expect(applied.object?.isTainted).toBe(false);
          if (!applied.object) throw new Error("nothing is stored");
          const read = await core.refresh(applied.object);
          expect(read && valuesEqual(read.value, applied.object.value, core.type)).toBe(true);
          const { action } = await core.plan(config, read);
          if (!isRestless(attributes)) expect(action).toBe("no-op");
          stored = read;
        }
        const destroy = await core.plan(null, stored);
        expect((await core.apply(destroy, null, stored)).object).toBeUndefined();
      }),
      runs(200),
    );
  });
});
