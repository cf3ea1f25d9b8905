import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, KitchenScene } from "./setup.js";

const EVERYTHING = `
provider "kitchen" {
  chef = "bob"
  key  = "key-of-the-kitchen"
}

resource "kitchen_plate" "blue" {
  label = "blue"
  size  = 27.5
}

resource "kitchen_dish" "soup" {
  name      = "soup"
  price     = 0.1
  vegan     = true
  served_on = "2026-01-02T10:00:00Z"
  note      = kitchen_plate.blue.id
  steps     = ["cut", "boil"]
  tags      = ["hot", "cheap", "hot"]
  amounts   = { water = 1000, "pinch of salt" = 0.000000000000000000000000001, sugar = 9007199254740993 }
  table     = [[1, 2], []]
  shelf     = { pot = { place = "left", lots = ["b", "a"] } }
  extras    = { any = [1, "two", true], thing = null }
  oven      = { degrees = 180, pin = "pin-of-the-oven" }
  guests    = [{ name = "ada" }, { name = "bob" }]
  allergens = [{ name = "celery" }, { name = "nuts" }]
  sides     = { rice = { size = "large" }, bread = {} }
  recipe_wo = "recipe-of-the-grandmother"
  recipe_wo_version = 1
  timeouts  = { create = "4s" }
  garnish {
    kind = "dill"
  }
  layer {
    filling = "potato"
    topping { name = "pepper" }
    topping { name = "salt" }
  }
  dynamic "layer" {
    for_each = ["leek", "carrot"]
    content { filling = layer.value }
  }
  pairing { drink = "water" }
  pairing {
    drink   = "juice"
    degrees = 6
  }
}
`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a provider that uses every feature, under Terraform", () => {
  let scene: KitchenScene;
  beforeAll(async () => {
    scene = await KitchenScene.start();
    scene.configure(EVERYTHING);
    expect(await scene.workspace.run("init")).toMatchObject({ exitCode: 0 });
  }, 30_000);
  afterAll(() => scene.close());

  it("has a schema that Terraform accepts", async () => {
    const { exitCode, output } = await scene.workspace.run("providers", "schema", "-json");
    console.log(output.slice(0, 3000));
    expect(exitCode).toBe(0);
  });

  it("is valid", async () => {
    const r = await scene.workspace.run("validate");
    console.log(r.output);
    expect(r).toMatchObject({ exitCode: 0 });
  });

  it("applies", async () => {
    const p = await scene.plan();
    console.log(p.output);
    console.log(await scene.apply());
    console.log(JSON.stringify(scene.stored("kitchen_dish.soup"), null, 1));
    const e = await scene.plan();
    console.log(e.output);
    expect(e.exitCode).toBe(EMPTY);
    console.log(scene.world.events);
  });
});
