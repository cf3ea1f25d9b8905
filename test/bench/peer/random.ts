import {
  attribute,
  defineProvider,
  defineResource,
  requiresReplace,
  useStateForUnknown,
} from "@safetyculture-tokens/provider/framework";
import { serveProvider } from "@safetyculture-tokens/provider/serve";

// As much of hashicorp/random as a comparison needs: random_integer, with the schema and the behaviour that it has there.

const bound = (description: string) =>
  attribute.integer("required", { description, planModifiers: [requiresReplace()] });

const integer = defineResource({
  name: "integer",
  schema: {
    description: "A random integer.",
    attributes: {
      id: attribute.string("computed", { description: "The result.", planModifiers: [useStateForUnknown()] }),
      min: bound("The least value."),
      max: bound("The greatest value."),
      result: attribute.integer("computed", {
        description: "The random integer.",
        planModifiers: [useStateForUnknown()],
      }),
    },
  },
  async create({ plan }) {
    const [min, max] = [Number(plan.min), Number(plan.max)];
    const result = min + Math.floor(Math.random() * (max - min + 1));
    return { id: String(result), min, max, result };
  },
  read: async ({ state }) => state,
  update: async ({ plan }) => ({
    id: String(plan.id),
    min: Number(plan.min),
    max: Number(plan.max),
    result: Number(plan.result),
  }),
  delete: async () => undefined,
});

await serveProvider(
  defineProvider({
    name: "random",
    version: "0.0.1",
    schema: { description: "Random values.", attributes: {} },
    configure: async () => undefined,
    resources: [integer],
    dataSources: [],
  }),
);
