import { describe, expect, it } from "vitest";
import { Decimal, Dynamic, isUnknown, unknown, type Value } from "../../../provider/src/wire/index.js";
import type { StoredObject } from "../conformance/core/core.js";
import { config, type Scene, startKitchen } from "../conformance/kitchen.js";

/** A dish that was created from a configuration. */
async function served(
  scene: Scene,
  given: Record<string, Value>,
): Promise<{ stored: StoredObject; given: Record<string, Value> }> {
  const wanted = config(scene.core, given);
  const { object } = await scene.core.apply(await scene.core.plan(wanted, undefined), wanted, undefined);
  if (!object) throw new Error("nothing was created");
  return { stored: object, given };
}

const planned = (value: Value): Record<string, Value> => value as Record<string, Value>;

describe("the plan of a new object", () => {
  it("has defaults where the configuration says nothing, at every depth", async () => {
    const scene = await startKitchen();
    const change = await scene.core.plan(
      config(scene.core, {
        name: "soup",
        oven: { degrees: 180, minutes: null, serial: null, pin: null },
        sides: new Map([["bread", { size: null }]]),
        pairing: [{ drink: "water", degrees: null }],
      }),
      undefined,
    );
    expect(planned(change.planned)).toMatchObject({
      course: "main",
      servings: 2,
      oven: { minutes: 30 },
      sides: new Map([["bread", { size: "small" }]]),
      pairing: [{ drink: "water", degrees: 8 }],
    });
  });

  it("leaves open what the provider decides, and says of an id that it will not be null", async () => {
    const scene = await startKitchen();
    const change = await scene.core.plan(
      config(scene.core, { name: "soup", guests: [{ name: "ada", seat: null }] }),
      undefined,
    );
    const plan = planned(change.planned);
    expect(plan["revision"]).toEqual(unknown);
    expect(plan["guests"]).toMatchObject([{ name: "ada", seat: unknown }]);
    expect(isUnknown(plan["id"]) && plan["id"].refinement).toEqual({ notNull: true });
  });

  it("keeps what is configured to the last digit", async () => {
    const scene = await startKitchen();
    const price = Decimal.from("3.14159265358979323846264338");
    const extras = new Dynamic({ tuple: ["number", "string"] }, [price, "x"]);
    const { stored } = await served(scene, { name: "soup", price, extras });
    expect(stored.value).toMatchObject({ price, extras });
  });

  it("does not hold write-only values, which the create is given all the same", async () => {
    const scene = await startKitchen();
    const oven = { degrees: 1, minutes: null, serial: null, pin: "pin-of-the-oven" };
    const { stored } = await served(scene, { name: "soup", recipe_wo: "twelve chars", oven });
    expect(stored.value).toMatchObject({ recipe_wo: null, oven: { pin: null } });
    expect(JSON.parse(stored.private.toString())).toMatchObject({ recipe_length: 12 });
  });
});

describe("the plan of an existing object", () => {
  it("is empty when the configuration has not changed, also with other write-only values", async () => {
    const scene = await startKitchen();
    const { stored, given } = await served(scene, {
      name: "soup",
      recipe_wo: "one",
      tags: ["b", "a"],
      allergens: [{ name: "nuts", code: null }],
    });
    for (const change of [{}, { recipe_wo: "another" }, { tags: ["a", "b"] }]) {
      const plan = await scene.core.plan(config(scene.core, { ...given, ...change }), stored);
      expect(plan.action).toBe("no-op");
    }
  });

  it("keeps what an update does not change, and leaves open what it does", async () => {
    const scene = await startKitchen();
    const { stored, given } = await served(scene, {
      name: "soup",
      oven: { degrees: 1, minutes: null, serial: null, pin: null },
      allergens: [{ name: "nuts", code: null }],
    });
    const change = await scene.core.plan(
      config(scene.core, {
        ...given,
        servings: 3,
        allergens: [
          { name: "eggs", code: null },
          { name: "nuts", code: null },
        ],
      }),
      stored,
    );
    expect(change.action).toBe("update");
    expect(planned(change.planned)).toMatchObject({
      id: stored.value["id"],
      plate_number: 41,
      revision: unknown,
      oven: { serial: "oven-1" },
      allergens: [
        { name: "eggs", code: unknown },
        { name: "nuts", code: "E-nuts" },
      ],
    });
  });

  it.each<[string, Record<string, Value>, string]>([
    ["a new name", { name: "stew" }, "replace"],
    ["another plate", { plate_number: 7 }, "replace"],
    ["another price", { price: 1 }, "update"],
  ])("with %s is to %s", async (_name, change, action) => {
    const scene = await startKitchen();
    const { stored, given } = await served(scene, { name: "soup" });
    const plan = await scene.core.plan(config(scene.core, { ...given, ...change }), stored);
    expect(plan.action).toBe(action);
  });

  it("does not replace when a condition says otherwise, or when the whole plan asks for it", async () => {
    const scene = await startKitchen();
    const draft = await served(scene, { name: "draft" });
    expect((await scene.core.plan(config(scene.core, { name: "final" }), draft.stored)).action).toBe(
      "update",
    );
    const cake = await served(scene, { name: "cake", course: "dessert" });
    const plan = await scene.core.plan(config(scene.core, { name: "cake", course: "starter" }), cake.stored);
    expect(plan).toMatchObject({ action: "replace", replacePaths: [[{ attribute: "course" }]] });
  });

  it("keeps the stored spelling of a value that means the same", async () => {
    const scene = await startKitchen();
    const { stored } = await served(scene, { name: "soup", served_on: "2026-01-02T10:00:00Z" });
    const same = config(scene.core, { name: "soup", served_on: "2026-01-02" });
    expect((await scene.core.plan(same, stored)).action).toBe("no-op");
    const later = config(scene.core, { name: "soup", served_on: "2026-01-03" });
    expect((await scene.core.plan(later, stored)).action).toBe("update");
  });

  it("can refuse a removal, and a change", async () => {
    const scene = await startKitchen();
    const { stored } = await served(scene, { name: "eternal" });
    await expect(scene.core.plan(null, stored)).rejects.toThrow("Not removable: This dish stays.");
    await expect(scene.core.plan(config(scene.core, { name: "forbidden" }), stored)).rejects.toThrow(
      "Not on the menu",
    );
  });

  it("is the same when it is made twice", async () => {
    const scene = await startKitchen();
    const { stored } = await served(scene, { name: "soup" });
    const wanted = config(scene.core, { name: "soup", servings: 9 });
    expect(await scene.core.plan(wanted, stored)).toEqual(await scene.core.plan(wanted, stored));
  });
});

describe("private state", () => {
  it("goes through plan, apply and read, and comes to the removal", async () => {
    const scene = await startKitchen();
    const { stored } = await served(scene, { name: "soup", recipe_wo: "12345" });
    expect(JSON.parse(stored.private.toString())).toEqual({ planned: "soup", recipe_length: 5 });
    const read = await scene.core.refresh(stored);
    expect(JSON.parse(String(read?.private))).toEqual({ planned: "soup", read: true, recipe_length: 5 });
    await scene.core.apply(await scene.core.plan(null, read), null, read);
    expect(scene.world.events.at(-1)).toBe("delete soup (5)");
  });

  it("of another provider is kept as it is until something is set, and then kept beside it", async () => {
    const scene = await startKitchen("kitchen_plate");
    const wanted = config(scene.core, { label: "blue" });
    const { object } = await scene.core.apply(await scene.core.plan(wanted, undefined), wanted, undefined);
    const foreign = Buffer.from([0xff, 0x00, 0x80]);
    const read = object && (await scene.core.refresh({ ...object, private: foreign }));
    expect(read?.private).toEqual(foreign);

    const dishes = await startKitchen();
    const { stored } = await served(dishes, { name: "soup" });
    const moved = await dishes.core.refresh({ ...stored, private: foreign });
    expect(JSON.parse(String(moved?.private))).toEqual({ ".foreign": "/wCA", read: true });
  });
});
