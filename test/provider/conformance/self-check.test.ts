import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attributes,
  createProviderServer,
  defineProvider,
  defineResource,
} from "../../../provider/src/framework/index.js";
import { decodeMsgpack, encodeMsgpack, type Value } from "../../../provider/src/wire/index.js";
import { runs } from "../wire/arbitraries.js";
import { anyConfig } from "./configurations.js";
import { assertCompatible } from "./core/assert-object-compatible.js";
import { assertPlanValid } from "./core/assert-plan-valid.js";
import { Core, isError, ProviderErrors } from "./core/core.js";
import { inProcess } from "./core/rpc-client.js";
import { holdsUnknown, withDistinctElements } from "./core/values.js";
import { settle } from "./fake-resource.js";
import { chance, mutate } from "./mutation.js";
import { anySchema } from "./schemas.js";

// The framework's self-check against core's checks as they are written here, on wrong answers by chance: what core would
// refuse never leaves, and what core would accept is not held back.

interface Mutations {
  plan?: (plan: Value) => unknown;
  state?: (state: Value) => unknown;
}

function providerOf(attributes: Attributes, mutations: Mutations) {
  const thing = defineResource({
    name: "thing",
    schema: { description: "A thing.", attributes },
    modifyPlan: async ({ plan }) => (mutations.plan ? mutations.plan(plan as Value) : plan) as never,
    create: async ({ plan }) => {
      const state = settle(attributes, plan as Value, () => false);
      return (mutations.state ? mutations.state(state) : state) as never;
    },
    read: async ({ state }) => state,
    update: async ({ prior }) => prior,
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

const start = (attributes: Attributes, mutations: Mutations): Promise<Core> =>
  Core.start(inProcess(createProviderServer(providerOf(attributes, mutations), {})), "random_thing");

/** Core counts the elements of a set of objects; the framework knows which are wrong. */
const holdsObjectSet = (attributes: Attributes): boolean =>
  Object.values(attributes).some(
    (attribute) =>
      "attributes" in attribute &&
      (attribute.kind === "objectSet" ||
        attribute.kind === "setBlock" ||
        holdsObjectSet(attribute.attributes)),
  );

const schemaAndConfig = anySchema.chain((attributes) =>
  fc.tuple(fc.constant(attributes), anyConfig(attributes), fc.integer({ min: 1 })),
);

/** An answer as core reads it, or `undefined` when it is no value of the schema. */
function asRead(core: Core, answer: unknown): Value | undefined {
  try {
    if (answer === null || answer === undefined) return undefined;
    const bytes = encodeMsgpack(answer as Value, core.type);
    return withDistinctElements(decodeMsgpack(bytes, core.type), core.type);
  } catch {
    return undefined;
  }
}

describe("the self-check", () => {
  it("lets a plan pass exactly when core would", async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndConfig, async ([attributes, config, seed]) => {
        let answered: unknown;
        const random = chance(seed);
        const core = await start(attributes, {
          plan: (plan) => {
            answered = mutate(plan, random);
            return answered;
          },
        });
        const outcome = await core.plan(config, undefined).catch((error: unknown) => error);
        if (outcome instanceof ProviderErrors) {
          const isOurs = outcome.message.includes("Invalid plan withheld");
          const read = asRead(core, answered);
          const isRight = read !== undefined && assertPlanValid(core.block, null, config, read).length === 0;
          if (isOurs && isRight) expect(holdsObjectSet(attributes)).toBe(true);
        } else {
          // Core would have thrown otherwise.
          expect(outcome).toHaveProperty("planned");
        }
      }),
      runs(200),
    );
  });

  it("keeps every object known, whatever a create answers, and reports exactly what core would refuse", async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndConfig, async ([attributes, config, seed]) => {
        let answered: unknown;
        const random = chance(seed);
        const core = await start(attributes, {
          state: (state) => {
            answered = mutate(state, random);
            return answered;
          },
        });
        const planned = await core.plan(config, undefined).catch(() => undefined);
        fc.pre(planned !== undefined);
        const { object, diagnostics } = await core.apply(planned, config, undefined);
        expect(object).toBeDefined();
        const read = asRead(core, answered);
        const isRight =
          read !== undefined &&
          !holdsUnknown(read) &&
          assertPlanValid(core.block, null, read, read).length === 0 &&
          assertCompatible(core.type, planned.planned, read).length === 0;
        expect(diagnostics.some(isError)).toBe(!isRight);
      }),
      runs(200),
    );
  });
});
