import { TerraformDataSource, TerraformProvider, TerraformResource } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  type Attributes,
  at,
  attribute,
  block,
  conflictsWith,
  defineProvider,
  defineResource,
  SchemaError,
  unknown,
} from "../../../provider/src/framework/index.js";

const described = { description: "Something." };
const text = attribute.string("optional", described);

const resourceOf = (attributes: Attributes, more: object = {}) =>
  defineResource({
    name: "thing",
    schema: { ...described, attributes, ...more },
    create: async () => ({}) as never,
    read: async ({ state }) => state,
    update: async ({ prior }) => prior,
    delete: async () => undefined,
  });

/** What is wrong with a schema, by path. */
function problems(attributes: Attributes, more?: object): string[] {
  try {
    resourceOf(attributes, more);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    return String((error as Error).message)
      .split("\n")
      .slice(1);
  }
}

describe("a schema", () => {
  it("without mistakes is served", () => {
    expect(problems({ name: text, inner: attribute.object("optional", { name: text }, described) })).toEqual(
      [],
    );
  });

  it.each([
    "count",
    "for_each",
    "depends_on",
    "lifecycle",
    "provider",
    "provisioner",
    "connection",
  ])("does not give the name %s to a resource's attribute: it is Terraform's", (name) => {
    expect(problems({ [name]: text })).toEqual([
      `  - ${name}: the name is reserved: Terraform takes ${name} in a resource block for its own argument`,
    ]);
    expect(problems({ inner: attribute.object("optional", { [name]: text }, described) })).toEqual([]);
  });

  it("has other reserved names in a provider block", () => {
    const provider = (name: string) =>
      defineProvider({
        name: "demo",
        version: "1",
        schema: { ...described, attributes: { [name]: text } },
        configure: async () => undefined,
        resources: [],
        dataSources: [],
      });
    expect(() => provider("alias")).toThrow("alias: the name is reserved");
    expect(() => provider("version")).toThrow("version: the name is reserved");
    expect(() => provider("provisioner")).not.toThrow();
  });

  it("does not hide a member of the classes that generated constructs extend", () => {
    // Members that the generator renames, and methods that begin with get, which it renames as well.
    const renamed = ["node", "import_from", "move_to"];
    const members = [TerraformResource, TerraformDataSource, TerraformProvider]
      .flatMap((base) => {
        const names: string[] = [];
        for (
          let type = base.prototype;
          type && type !== Object.prototype;
          type = Object.getPrototypeOf(type)
        ) {
          names.push(...Object.getOwnPropertyNames(type));
        }
        return names;
      })
      .filter((name) => !name.startsWith("_") && !/^get[A-Z]/.test(name))
      .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
      .filter((name) => !renamed.includes(name) && name !== "alias");
    expect(members.length).toBeGreaterThan(20);
    for (const member of new Set(members))
      expect([member, problems({ [member]: text })]).toEqual([member, [expect.any(String)]]);
  });

  const nested = (inner: Attributes, more: object = {}) =>
    attribute.object("optional", inner, { ...described, ...more });

  it.each<[string, Attributes, string]>([
    ["a name with capitals", { Name: text }, "Name: a name of lower-case letters"],
    ["a name that starts with a digit", { "1st": text }, "1st: a name of lower-case"],
    ["an empty name", { "": text }, "a name of lower-case"],
    ["a name with a dash, nested", { a: nested({ "b-c": text }) }, "a.b-c: a name of lower-case"],
    [
      "the name of a generated member",
      { a: text, a_input: text },
      "a_input: the name breaks generated constructs",
    ],
    ["the name of a generated method", { a: text, reset_a: text }, "reset_a: the name breaks generated"],
    ["a nested object that ends in list", { allow_list: nested({ a: text }) }, "allow_list: the name breaks"],
    [
      "a default of a required attribute",
      { a: attribute.string("required", { ...described, default: "x" }) },
      "a: a required attribute cannot have a default",
    ],
    [
      "a default of a computed attribute",
      { a: attribute.string("computed", { ...described, default: "x" }) },
      "a: a computed attribute cannot have a default",
    ],
    [
      "a default of the wrong type",
      { a: attribute.string("optional", { ...described, default: 1 as never }) },
      "a: the default does not fit: a string is required",
    ],
    [
      "a default that is not known",
      { a: attribute.list("optional", "string", { ...described, default: [unknown] }) },
      "a: the default must be known",
    ],
    [
      "a default that a validator refuses",
      { a: attribute.integer("optional", { ...described, default: 1.5 }) },
      "a: the default is refused by a validator",
    ],
    [
      "a default that lacks an attribute",
      { a: nested({ b: text }, { default: {} }) },
      'a: the default does not fit: an object with 1 attributes is required (0 given): missing "b"',
    ],
    [
      "a write-only attribute that is computed",
      { a: attribute.string("optionalComputed", { ...described, writeOnly: true }) },
      "a: a write-only attribute cannot be computed",
    ],
    [
      "a write-only attribute with a default",
      { a: attribute.string("optional", { ...described, writeOnly: true, default: "x" }) },
      "a: a write-only attribute cannot be computed, nor have a default",
    ],
    [
      "a write-only attribute in a set",
      {
        a: attribute.objectSet(
          "optional",
          { b: attribute.string("optional", { ...described, writeOnly: true }) },
          described,
        ),
      },
      "a.b: a set cannot hold write-only attributes",
    ],
    [
      "a write-only attribute deep in a set",
      {
        a: block.set(
          { c: nested({ b: attribute.string("optional", { ...described, writeOnly: true }) }) },
          described,
        ),
      },
      "a.c.b: a set cannot hold write-only attributes",
    ],
    [
      "a write-only attribute in a computed one",
      {
        a: attribute.object(
          "optionalComputed",
          { b: attribute.string("optional", { ...described, writeOnly: true }) },
          described,
        ),
      },
      "a.b: a computed attribute cannot hold write-only attributes",
    ],
    [
      "a stored attribute in a write-only one",
      { a: nested({ b: text }, { writeOnly: true }) },
      "a.b: everything inside a write-only attribute must be write-only",
    ],
    [
      "a dynamic attribute in a set",
      { a: attribute.objectSet("optional", { b: attribute.dynamic("optional", described) }, described) },
      "a.b: a list, set or map cannot hold dynamic attributes",
    ],
    [
      "a dynamic attribute deep in a list of blocks",
      {
        a: block.list(
          { c: attribute.object("optional", { b: attribute.dynamic("optional", described) }, described) },
          described,
        ),
      },
      "a.c.b: a list, set or map cannot hold dynamic attributes",
    ],
    [
      "a block in a nested attribute",
      { a: nested({ b: block.single("optional", { c: text }, described) }) },
      "a.b: a block cannot stand inside a nested attribute",
    ],
    [
      "counts of blocks that contradict each other",
      { a: block.list({ b: text }, { ...described, minItems: 3, maxItems: 2 }) },
      "a: minItems and maxItems",
    ],
    [
      "a promise about a configured value",
      { a: attribute.string("optional", { ...described, neverNull: true }) },
      "a: neverNull is a promise about values that the provider computes",
    ],
    [
      "validators of a computed attribute",
      {
        a: attribute.string("computed", {
          ...described,
          validators: [{ description: "x", validate: () => undefined }],
        }),
      },
      "a: a computed attribute cannot have validators",
    ],
    [
      "a rule about nothing",
      { a: nested({ b: text }, { rules: [conflictsWith("b", "c")] }) },
      "a.c: a rule is about this attribute, and there is none",
    ],
  ])("with %s is refused", (_name, attributes, expected) => {
    expect(problems(attributes)).toEqual([expect.stringContaining(expected)]);
  });

  it("is refused with all its mistakes at once", () => {
    expect(problems({ Name: text, count: text })).toHaveLength(2);
  });

  it("has a whole number for its version, and upgraders from earlier ones only", () => {
    expect(problems({ a: text }, { version: -1 })).toEqual([expect.stringContaining("the version must be")]);
    const upgraders = { 1: { upgrade: () => ({}) } };
    const resource = {
      name: "thing",
      schema: { ...described, version: 1, attributes: { a: text } },
      upgraders,
    };
    expect(() => defineResource({ ...resourceOf({ a: text }), ...resource })).toThrow(
      "there is an upgrader from version 1, but the schema is of version 1",
    );
  });

  it("has a rule about a place in a nested object", () => {
    const rules = [conflictsWith("a", at("inner", "b"))];
    expect(problems({ a: text, inner: nested({ b: text }) }, { rules })).toEqual([]);
    expect(problems({ a: text, inner: nested({ c: text }) }, { rules })).toEqual([
      expect.stringContaining("inner.b: a rule is about this attribute"),
    ]);
  });
});
