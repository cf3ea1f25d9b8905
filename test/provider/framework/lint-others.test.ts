import { describe, expect, it } from "vitest";
import {
  type Attribute,
  attribute,
  defineDataSource,
  defineEphemeralResource,
  defineFunction,
  defineProvider,
  defineResource,
  parameter,
} from "../../../provider/src/framework/index.js";

const described = { description: "Something." };
const text = attribute.string("optional", described);

describe("what is not a managed resource", () => {
  const secret: Attribute = attribute.string("optional", { ...described, writeOnly: true });
  it.each([
    [
      "a data source",
      () =>
        defineDataSource({
          name: "d",
          schema: { ...described, attributes: { secret } },
          read: async () => ({}) as never,
        }),
    ],
    [
      "an ephemeral resource",
      () =>
        defineEphemeralResource({
          name: "e",
          schema: { ...described, attributes: { secret } },
          open: async () => ({}) as never,
        }),
    ],
  ])("such as %s has no write-only attributes", (_name, define) => {
    expect(define).toThrow("secret: only managed resources can have write-only attributes");
  });

  it("such as a function has parameters of different, proper names", () => {
    const of = (...names: string[]) =>
      defineFunction({
        name: "f",
        summary: "s",
        description: "d",
        parameters: names.map((name) => parameter(name, "string", described)),
        returns: "string",
        call: () => "",
      });
    expect(() => of("a", "b")).not.toThrow();
    expect(() => of("a", "a")).toThrow("there are two parameters of the name a");
    expect(() => of("A")).toThrow('parameter "A" is not a name');
  });
});

describe("a provider", () => {
  const named = (...names: string[]) =>
    defineProvider({
      name: "demo",
      version: "1",
      schema: { ...described, attributes: {} },
      configure: async () => undefined,
      resources: names.map((name) =>
        defineResource({
          name,
          schema: { ...described, attributes: { a: text } },
          create: async () => ({ a: null }),
          read: async ({ state }) => state,
          update: async ({ prior }) => prior,
          delete: async () => undefined,
        }),
      ),
      dataSources: [],
    });

  it("has one resource of each name, and no pair that generated constructs would mix up", () => {
    expect(() => named("a", "b")).not.toThrow();
    expect(() => named("a", "a")).toThrow("there are two of the name a: resource");
    expect(() => named("a", "a_config")).toThrow("break generated constructs, which name both XConfig");
  });
});
