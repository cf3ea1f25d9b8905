import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticError } from "../../../provider/src/framework/index.js";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, KitchenScene } from "./setup.js";

// What users see: the line that a finding is about, and what stays in the state after a failure.

const dish = (body: string): string => `resource "kitchen_dish" "this" {\n${body}\n}\n`;

describe.skipIf(terraformBinary === undefined)("a finding of the provider", () => {
  let scene: KitchenScene;
  beforeAll(async () => {
    scene = await KitchenScene.start();
    scene.configure("");
    expect(await scene.workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => scene.close());

  it.each([
    ["an attribute", '  name   = "soup"\n  course = "brunch"', 'course = "brunch"', "Value not allowed"],
    [
      "an attribute of a nested object",
      '  name = "soup"\n  oven = {\n    degrees = 1.5\n  }',
      "degrees = 1.5",
      "Whole number required",
    ],
    [
      "an attribute of a block in a block",
      '  name = "soup"\n  layer {\n    filling = "a"\n  }\n  pairing {\n    drink   = "x"\n    degrees = "many"\n  }',
      'degrees = "many"',
      "a number is required",
    ],
    [
      "attributes that exclude each other",
      '  name      = "soup"\n  recipe    = "a"\n  recipe_wo = "b"',
      'recipe_wo = "b"',
      "exclude each other",
    ],
    [
      "a rule of the resource",
      '  name  = "steak"\n  vegan = true',
      "vegan = true",
      "A steak is never vegan.",
    ],
    ["a plan that is refused", '  name = "forbidden"', 'name = "forbidden"', "This dish is never made."],
  ])("about %s points at its line", async (_name, body, line, message) => {
    scene.configure(dish(body));
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain(message);
    expect(output.replace(/\s+/g, " ")).toContain(line.replace(/\s+/g, " "));
  });

  it("is a warning where it does no harm", async () => {
    scene.configure(dish('  name   = "soup"\n  recipe = "of the house"\n  note   = "old"'));
    const { output } = await scene.plan();
    expect(output).toContain("Warning: Value will be stored in the state");
    expect(output).toContain("Warning: Attribute deprecated");
  });

  it("keeps a half made object, tainted, with what is known of it", async () => {
    scene.configure(dish('  name = "burnt"'));
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("It was in the oven for too long.");
    expect(scene.stored("kitchen_dish.this")).toMatchObject({
      status: "tainted",
      attributes: { name: "burnt" },
    });
    expect(await scene.destroy()).toContain("1 destroyed");
  });

  it("says that a failure is a bug, shows nothing of it, and loses no state", async () => {
    scene.configure(dish('  name = "soup"'));
    await scene.apply();
    scene.configure(dish('  name     = "soup"\n  servings = 4'));
    scene.world.failures.set("update soup", new Error("https://user:password@host"));
    const failed = await scene.tryApply();
    expect(failed.output).toContain("The provider failed unexpectedly");
    expect(failed.output).not.toContain("password");
    scene.configure(dish('  name = "soup"'));
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  it("can refuse a removal while it is planned", async () => {
    scene.configure(dish('  name = "soup"'));
    scene.world.failures.set("plan the end of soup", new DiagnosticError("Not now", "It is being eaten."));
    const refused = await scene.workspace.run("plan", "-destroy");
    expect(refused.output).toContain("It is being eaten.");
  });

  it("ends an operation that takes longer than its timeout", async () => {
    scene.configure(dish('  name     = "slow"\n  timeouts = { create = "50ms" }'));
    const { output } = await scene.tryApply();
    expect(output).toContain("Timed out");
    expect(output.replace(/\s+/g, " ")).toContain("The create operation took longer than 0.05 seconds");
    expect(scene.stored("kitchen_dish.this")).toMatchObject({ status: "tainted" });
    await scene.destroy();
  });
});
