import { describe, expect, expectTypeOf, it } from "vitest";
import {
  attribute,
  block,
  type Config,
  type Decimal,
  type Dynamic,
  defineFunction,
  type PartialState,
  parameter,
  type State,
  type Unknown,
  unknown,
} from "../../../provider/src/framework/index.js";

// What TypeScript makes of a schema. These are checked by the compiler; at run time nothing happens.

const described = { description: "Something." };
const attributes = {
  name: attribute.string("required", described),
  note: attribute.string("optional", described),
  count: attribute.integer("computed", described),
  price: attribute.number("optional", described),
  any: attribute.dynamic("optional", described),
  rows: attribute.list("required", { list: "number" }, described),
  shelf: attribute.map("optional", { object: { place: "string", lots: { set: "bool" } } }, described),
  inner: attribute.object("optional", { flag: attribute.bool("required", described) }, described),
  marks: attribute.objectSet("required", { label: attribute.string("required", described) }, described),
  part: block.list({ label: attribute.string("required", described) }, described),
  cover: block.single("optional", { label: attribute.string("required", described) }, described),
};
type A = typeof attributes;

describe("the types of a schema", () => {
  it("are null where the configuration may say nothing, and unknown until the apply", () => {
    expectTypeOf<Config<A>["name"]>().toEqualTypeOf<string | Unknown>();
    expectTypeOf<Config<A>["note"]>().toEqualTypeOf<string | Unknown | null>();
    expectTypeOf<State<A>["name"]>().toEqualTypeOf<string>();
    expectTypeOf<State<A>["count"]>().toEqualTypeOf<number | null>();
    expectTypeOf<State<A>["price"]>().toEqualTypeOf<number | Decimal | null>();
    expectTypeOf<State<A>["any"]>().toEqualTypeOf<Dynamic | null>();
  });

  it("follow elements and nested attributes to the end", () => {
    expectTypeOf<State<A>["rows"]>().toEqualTypeOf<readonly (readonly (number | Decimal)[])[]>();
    expectTypeOf<NonNullable<State<A>["shelf"]>>().toEqualTypeOf<
      ReadonlyMap<string, { readonly place: string | null; readonly lots: readonly boolean[] | null }>
    >();
    expectTypeOf<State<A>["inner"]>().toEqualTypeOf<{ readonly flag: boolean } | null>();
    expectTypeOf<State<A>["marks"]>().toEqualTypeOf<readonly { readonly label: string }[]>();
  });

  it("have no null for blocks that may stand several times", () => {
    expectTypeOf<State<A>["part"]>().toEqualTypeOf<readonly { readonly label: string }[]>();
    expectTypeOf<State<A>["cover"]>().toEqualTypeOf<{ readonly label: string } | null>();
  });

  it("let an import leave out what it does not know", () => {
    expectTypeOf<{ name: string }>().toExtend<PartialState<A>>();
    expectTypeOf<{ name: number }>().not.toExtend<PartialState<A>>();
  });

  it("reach the arguments of a function", () => {
    const definition = defineFunction({
      name: "f",
      summary: "F.",
      description: "F.",
      parameters: [
        parameter("text", "string", described),
        parameter("maybe", "integer", { ...described, allowNull: true }),
        parameter("open", { list: "bool" }, { ...described, allowUnknown: true }),
      ],
      variadic: parameter("more", "dynamic", described),
      returns: "number",
      call(text, maybe, open, ...more) {
        expectTypeOf(text).toEqualTypeOf<string>();
        expectTypeOf(maybe).toEqualTypeOf<number | null>();
        expectTypeOf(open).toEqualTypeOf<readonly boolean[] | Unknown>();
        expectTypeOf(more).toEqualTypeOf<Dynamic[]>();
        return text.length;
      },
    });
    expect(definition.call("four", null, unknown)).toBe(4);
  });
});
