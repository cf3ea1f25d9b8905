import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, FAILED, KitchenScene } from "./setup.js";

describe.skipIf(terraformBinary === undefined)("an object that Terraform does not know as it is", () => {
  let scene: KitchenScene;
  beforeAll(async () => {
    scene = await KitchenScene.start();
    scene.configure("");
    expect(await scene.workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => scene.close());

  it("is imported by a block, and by the command", async () => {
    const dish = 'resource "kitchen_dish" "this" {\n  name = "soup"\n}\n';
    scene.configure(`import {\n  to = kitchen_dish.this\n  id = "dish-soup"\n}\n${dish}`);
    expect(await scene.apply()).toContain("1 imported, 0 added, 0 changed, 0 destroyed");
    expect(scene.world.events).toContain("read imported soup");
    expect((await scene.plan()).exitCode).toBe(EMPTY);

    scene.configure(`${dish}resource "kitchen_plate" "this" {\n  label = "plate-7"\n}\n`);
    const { exitCode } = await scene.workspace.run("import", "kitchen_plate.this", "plate-7");
    expect(exitCode).toBe(0);
    expect((await scene.plan()).exitCode).toBe(EMPTY);

    scene.configure(
      `import {\n  to = kitchen_dish.that\n  id = "nothing"\n}\n${dish.replace("this", "that")}`,
    );
    expect((await scene.plan()).output).toContain('There is no dish "nothing".');
  });

  it("is imported with a configuration that Terraform writes", async () => {
    scene.configure('import {\n  to = kitchen_dish.found\n  id = "dish-stew"\n}\n');
    const { output } = await scene.workspace.run("plan", "-generate-config-out=generated.tf");
    expect(output).toContain("1 to import");
    expect(readFileSync(join(scene.workspace.directory, "generated.tf"), "utf8")).toMatch(/name\s+= "stew"/);
    writeFileSync(join(scene.workspace.directory, "generated.tf"), "");
  });

  it("becomes another type by a moved block, with its private data", async () => {
    scene.configure('resource "kitchen_plate" "blue" {\n  label = "blue"\n}\n');
    await scene.apply();
    scene.configure(
      'resource "kitchen_dish" "blue" {\n  name = "blue"\n}\nmoved {\n  from = kitchen_plate.blue\n  to   = kitchen_dish.blue\n}\n',
    );
    const { output, exitCode } = await scene.plan();
    expect(output).toContain("kitchen_plate.blue has moved to kitchen_dish.blue");
    expect([EMPTY, CHANGES]).toContain(exitCode);
    await scene.apply();
    expect(scene.stored("kitchen_dish.blue")?.attributes).toMatchObject({ name: "blue" });
    await scene.destroy();
  });

  /** Rewrites the stored state of the one dish as another version of the provider would have left it. */
  function rewrite(version: number, attributes: object): void {
    const path = join(scene.workspace.directory, "terraform.tfstate");
    const state = JSON.parse(readFileSync(path, "utf8")) as {
      serial: number;
      resources: { instances: { schema_version: number; attributes: object }[] }[];
    };
    state.serial += 1;
    for (const { instances } of state.resources) {
      for (const instance of instances) Object.assign(instance, { schema_version: version, attributes });
    }
    writeFileSync(path, JSON.stringify(state));
  }

  it("is upgraded from every earlier version of its state, and refused from an unknown one", async () => {
    scene.configure('resource "kitchen_dish" "old" {\n  name = "soup"\n  extras = true\n}\n');
    await scene.apply();
    rewrite(0, { title: "soup", id: "dish-1", color: "red" });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    rewrite(1, { name: "soup", id: "dish-1", cents: 1050 });
    const { output } = await scene.workspace.run("plan");
    expect(output).toMatch(/- price\s+= 10\.5 -> null/);
    rewrite(7, { name: "soup" });
    expect((await scene.plan()).exitCode).toBe(FAILED);
  });

  it("is created again when somebody took it away", async () => {
    rewrite(2, {
      name: "soup",
      id: "dish-1",
      course: "main",
      servings: 2,
      extras: { type: "bool", value: true },
    });
    scene.world.gone.add("soup");
    const { output } = await scene.plan();
    expect(output).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
    scene.world.gone.clear();
    await scene.destroy();
  });
});
