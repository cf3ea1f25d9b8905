import { describe, expect, it } from "vitest";
import type { CallFunction_Response } from "../../../provider/src/wire/gen/tfplugin6.js";
import {
  Decimal,
  Dynamic,
  decodeMsgpack,
  encodeMsgpack,
  type Type,
  unknown,
  type Value,
} from "../../../provider/src/wire/index.js";
import { type Scene, startKitchen } from "../conformance/kitchen.js";

const TICKET: Type = { object: { seat: "string", code: "string" } };
const MENU: Type = {
  object: {
    course: "string",
    dishes: { list: { object: { name: "string", price: "number" } } },
    password: "string",
  },
};

const write = (value: Value, type: Type) => ({ msgpack: Buffer.from(encodeMsgpack(value, type)) });
const read = (value: { msgpack?: Buffer | undefined } | undefined, type: Type): Value =>
  decodeMsgpack(value?.msgpack ?? Buffer.alloc(0), type);

describe("a data source", () => {
  it("answers what it found", async () => {
    const { core } = await startKitchen();
    const { state, diagnostics } = await core.client.readDataSource({
      typeName: "kitchen_menu",
      config: write({ course: null, dishes: null, password: null }, MENU),
    });
    expect(diagnostics).toEqual([]);
    expect(read(state, MENU)).toEqual({
      course: null,
      dishes: [{ name: "soup", price: 0.1 }],
      password: "menu-password-1",
    });
  });
});

describe("an ephemeral resource", () => {
  const open = ({ core }: Scene, seat: string) =>
    core.client.openEphemeralResource({
      typeName: "kitchen_ticket",
      config: write({ seat, code: null }, TICKET),
    });

  it("is opened, renewed and closed by the handle that was stored at its opening", async () => {
    const scene = await startKitchen();
    const { result, renewAt, private: kept = Buffer.alloc(0) } = await open(scene, "window");
    expect(read(result, TICKET)).toEqual({ seat: "window", code: "code-of-ticket-1" });
    expect(renewAt).toEqual(new Date("2030-01-01T00:00:00Z"));

    const renewed = await scene.core.client.renewEphemeralResource({
      typeName: "kitchen_ticket",
      private: kept,
    });
    expect(renewed.renewAt).toEqual(new Date("2031-01-01T00:00:00Z"));
    expect(JSON.parse(String(renewed.private))).toEqual({ handle: "ticket-1", renewed: true });

    // Terraform 1.11 closes with the private data of the opening.
    const closed = await scene.core.client.closeEphemeralResource({
      typeName: "kitchen_ticket",
      private: kept,
    });
    expect(closed.diagnostics).toEqual([]);
    expect(scene.world.events.slice(1)).toEqual(["open ticket-1", "renew ticket-1", "close ticket-1"]);
  });

  it("that answers wrongly is closed again, because Terraform will not do it", async () => {
    const scene = await startKitchen();
    const { result, diagnostics } = await open(scene, "lying");
    expect(result).toBeUndefined();
    expect(diagnostics).toMatchObject([{ summary: "Invalid result withheld" }]);
    expect(diagnostics?.[0]?.detail).toContain(
      "seat: a configured value must be planned as it is configured",
    );
    expect(scene.world.events.slice(1)).toEqual(["open ticket-1", "close ticket-1"]);
  });

  it("whose renewal fails says so in the log, the only place where Terraform 1.11 shows it", async () => {
    const scene = await startKitchen();
    const { private: kept = Buffer.alloc(0) } = await open(scene, "window");
    scene.world.failures.set("renew ticket-1", new Error("the door is shut"));
    const renewed = await scene.core.client.renewEphemeralResource({
      typeName: "kitchen_ticket",
      private: kept,
    });
    expect(renewed.private).toEqual(kept);
    expect(renewed.diagnostics).toHaveLength(1);
    expect(scene.log.join("")).toMatch(
      /"@level":"error","@message":"renewing an ephemeral resource failed".*the door is shut/,
    );
  });
});

describe("a function", () => {
  const call = async (name: string, ...args: [Value, Type][]): Promise<CallFunction_Response> => {
    const { core } = await startKitchen();
    return core.client.callFunction({ name, arguments: args.map(([value, type]) => write(value, type)) });
  };
  const text = (value: Value): [Value, Type] => [value, "string"];
  const number = (value: Value): [Value, Type] => [value, "number"];

  it("answers a result of its type", async () => {
    expect(read((await call("shout", text("soup"), number(2))).result, "string")).toBe("SOUP!!");
  });

  it("takes any number of arguments, null and unknown ones, where it says so", async () => {
    const { result } = await call("join", text("-"), text("a"), text(null), text(unknown), text("b"));
    expect(read(result, "string")).toBe("a-?-b");
    expect(read((await call("join", text("-"))).result, "string")).toBe("");
  });

  it("takes and answers values of any type", async () => {
    const price = Decimal.from("9007199254740993");
    const { result } = await call("describe", [new Dynamic("number", price), "dynamic"]);
    expect(read(result, "dynamic")).toEqual(new Dynamic({ list: "number" }, [price]));
  });

  it("has an unknown result while an argument that it needs is unknown", async () => {
    expect(read((await call("shout", text("soup"), number(unknown))).result, "string")).toBe(unknown);
  });

  it.each<[string, [Value, Type][], string, number | undefined]>([
    ["shout", [text(""), number(1)], "There is nothing to say.", 0],
    ["shout", [text("soup"), number(1.5)], "A whole number between", 1],
    ["shout", [text("soup"), number(10)], "The number must be from 1 to 9; it is 10.", 1],
    ["shout", [text("soup"), number(null)], "A value is required, not null.", 1],
    ["shout", [number(1), number(1)], "a string is required, not an integer", 0],
    ["shout", [text("fire"), number(1)], "Not here: Nobody shouts that in a kitchen.", undefined],
    ["shout", [text("soup")], "The function takes 2 arguments; 1 are given.", undefined],
    ["shout", [text("a"), number(1), text("b")], "The function takes 2 arguments; 3 are given.", undefined],
    ["join", [], "The function takes 1 or more arguments; 0 are given.", undefined],
    [
      "lie",
      [],
      "Function lie was about to give Terraform a result that breaks its rules: a number is required",
      undefined,
    ],
    ["nothing", [], "This provider has no function nothing.", undefined],
  ])("%s, wrongly called, says so at the argument", async (name, args, message, argument) => {
    const { error, result } = await call(name, ...args);
    expect(result).toBeUndefined();
    expect(error?.text).toContain(message);
    expect(error?.functionArgument).toBe(argument);
  });
});

describe("the description of the provider", () => {
  it("lists all that it has", async () => {
    const { core } = await startKitchen();
    expect(await core.client.getMetadata({})).toMatchObject({
      resources: [{ typeName: "kitchen_dish" }, { typeName: "kitchen_plate" }],
      dataSources: [{ typeName: "kitchen_menu" }],
      ephemeralResources: [{ typeName: "kitchen_ticket" }],
      functions: [{ name: "shout" }, { name: "join" }, { name: "describe" }, { name: "lie" }],
    });
    const { functions = {} } = await core.client.getFunctions({});
    expect(functions["join"]).toMatchObject({
      variadicParameter: { name: "parts", allowNullValue: true, allowUnknownValues: true },
      summary: "Joins texts",
    });
  });

  it("is empty where newer versions of Terraform ask for identities", async () => {
    const { core } = await startKitchen();
    expect((await core.client.getResourceIdentitySchemas({})).diagnostics).toEqual([]);
  });
});
